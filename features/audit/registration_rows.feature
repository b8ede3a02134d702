@requirement:AUD-03 @tutorial
Feature: Each registered method leaves a row in the audit log

  Scenario: The user registers
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the audit log has one row for each method that was registered

  Scenario: The user registers a mobile phone
    Given a user whom the policy enables
    When the user registers a mobile phone
    Then the audit log has one row for each method that was registered

  Scenario: The user registers security questions
    Given a user whom the policy enables
    When the user registers security questions
    Then the audit log has one row for each method that was registered

  Scenario: An administrator registers a method for the user
    Given a user in no group
    When an administrator registers an email address of the user
    Then the audit log tells that an administrator did so

  @needs:push
  Scenario: The user registers an authenticator app for notifications
    Given a user whom the policy enables
    When the user registers an authenticator app for notifications
    Then the audit log has one row for each method that was registered

  @needs:on-premises
  Scenario: A synchronised user registers
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    When the user registers what a reset needs
    Then the audit log has one row for each method that was registered

  Scenario: An administrator registers
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    When the administrator registers an email address and an authenticator app
    Then the audit log has one row for each method that was registered
