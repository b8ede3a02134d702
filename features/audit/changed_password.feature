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

  @needs:on-premises
  Scenario: So does a synchronised user
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    When the user changes the known password
    Then the audit log tells that the password was changed

  Scenario: An administrator changes the own password
    Given a user in no group
    And the user holds the role User Administrator
    When the user changes the known password
    Then the audit log tells that the password was changed
