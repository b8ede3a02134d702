@requirement:RST-35
Feature: A page that turns a user away carries a support code

  Scenario: A user who has registered nothing finds a support code
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the page carries a support code
