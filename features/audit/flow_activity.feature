@requirement:AUD-01 @tutorial
Feature: Each step of a reset leaves a row in the audit log

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log tells of every step that the user passed

  Scenario: The user leaves before passing a verification step
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user cancels the reset at the first verification step
    Then the audit log tells that the user cancelled

  Scenario Outline: The user verifies by <proof>
    Given a user whom the policy enables
    And the user can prove the identity by <proof>
    When the user resets the password by this proof
    Then the audit log tells of every step that the user passed

    Examples:
      | proof                                   |
      | a call to the mobile phone              |
      | a call to the office phone              |
      | a code of the authenticator app         |
      | a notification of the authenticator app |
      | answers to security questions           |

  Scenario: The user leaves before choosing a new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user passes every verification step and cancels the reset
    Then the audit log tells that the user cancelled before choosing a password

  Scenario: An administrator resets the password
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the audit log tells of every step that the user passed

  @needs:on-premises
  Scenario: A synchronised user resets the password
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log tells of every step that the user passed
