@requirement:RST-15
Feature: Too many failures block a user

  Scenario: The user fails again and again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the user is blocked

  Scenario: The user gives up and fails again on other visits
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 3 times
    And the user tries to verify 3 times
    And the user tries to verify 3 times
    Then the user is blocked
