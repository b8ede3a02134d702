@requirement:RST-39
Feature: A browser that keeps no cookies gets no reset

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs

  Scenario: The browser keeps no cookies
    When the user asks for a password reset with a browser that keeps no cookies
    Then the user is not asked to verify

  Scenario: The browser keeps them
    When the user asks for a password reset
    Then the user is let in
