@requirement:AUD-21
Feature: Each row names the user, the service and the result

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then each row of the reset names the user, the service and the result

  Scenario: The user registers
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then each row of the registration names the user, the service and the result
