@requirement:AUD-30
Feature: What a user begins leaves a row in the audit log

  Scenario: The user begins to register
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the audit log tells that a registration was begun

  Scenario: The user begins to change the password
    Given a user whom the policy enables
    When the user changes the known password
    Then the audit log tells that a change was begun
