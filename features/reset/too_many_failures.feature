@requirement:RST-15
Feature: Too many failures block a user

  Scenario: The user fails again and again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the user is blocked
