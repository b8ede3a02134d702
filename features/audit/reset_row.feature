@requirement:AUD-02 @tutorial
Feature: A completed reset leaves its own row in the audit log

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log has one row for the completed reset

  Scenario: An administrator resets the own password
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the audit log has one row for the completed reset

  @needs:on-premises
  Scenario: A user resets a password that is managed on-premises
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log has one row for the completed reset

  Scenario: So does a further reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user resets the password
    Then the audit log has one row for the completed reset

  @needs:on-premises
  Scenario: So does a federated user
    Given writeback is on
    And a user whom the policy enables
    And the user is federated with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log has one row for the completed reset

  Scenario: A member of a nested group resets the password
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log has one row for the completed reset
