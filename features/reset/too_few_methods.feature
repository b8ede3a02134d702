@requirement:RST-08
Feature: Too few methods are not enough

  Scenario: A user with one method less than a reset needs is turned away
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0014
