@requirement:AUD-07
Feature: A changed password leaves a row in the audit log

  Scenario: The user changes the password
    Given a user whom the policy enables
    When the user changes the known password
    Then the audit log tells that the password was changed
