@requirement:AUD-06
Feature: A block leaves a row in the audit log

  Scenario: The user fails again and again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the audit log tells that the user was blocked
