@requirement:AUD-07
Feature: A changed password leaves a row in the audit log

  Scenario: The user changes the password
    Given a user whom the policy enables
    When the user changes the known password
    Then the audit log tells that the password was changed

  Scenario: The user changes it once more
    Given a user whom the policy enables
    And the user has changed the password before
    When the user changes the known password
    Then the audit log tells that the password was changed
