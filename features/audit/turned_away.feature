@requirement:AUD-05
Feature: Being turned away leaves a row with its reason in the audit log

  Scenario: A user who has registered nothing is turned away
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the audit log tells that too little is registered

  Scenario: A user outside the enabled group is turned away
    Given a user outside the enabled group
    When the user asks for a password reset
    Then the audit log tells that the user is not enabled

  @needs:on-premises
  Scenario: A user whose password is not written back is turned away
    Given writeback is off
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the audit log tells that the user was turned away

  @needs:policy
  Scenario: A user is turned away where nobody is enabled
    Given a user in no group
    When password reset is set to None
    And the user asks for a password reset
    Then the audit log tells that nobody is enabled

  @needs:licences
  Scenario: A user of a tenant without licences is turned away
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the tenant has no licences
    When the user asks for a password reset
    Then the audit log tells that licences are missing

  @needs:on-premises
  Scenario: A user is turned away while the on-premises directory cannot be reached
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the on-premises directory cannot be reached
    And the user asks for a password reset
    Then the audit log tells that it could not be reached

  @needs:on-premises
  Scenario: A user is turned away because the on-premises directory refuses
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the on-premises directory refuses what is written back
    When the user resets the password
    Then the audit log tells that the directory refused

  @needs:policy @needs:clock
  Scenario: An administrator is turned away
    Given an administrator who has registered what a reset needs
    And password reset is switched off for administrators
    When the administrator asks for a password reset
    Then the audit log tells that the administrator was turned away
