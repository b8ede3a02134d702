@requirement:AUD-14
Feature: A deleted method leaves a row in the audit log

  Scenario: The user deletes the email address
    Given a user whom the policy enables
    And the user has registered an email address
    When the user deletes the email address
    Then the audit log tells that a method was deleted

  Scenario: An administrator deletes it
    Given a user in no group
    And an administrator has registered an email address of the user
    When an administrator deletes an email address of the user
    Then the audit log tells that an administrator did so

  Scenario: The user deletes the authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user deletes the authenticator app
    Then the audit log tells that a method was deleted

  Scenario: The user deletes the security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user deletes the security questions
    Then the audit log tells that a method was deleted

  Scenario: A user who is an administrator deletes the email address
    Given the policy lets administrators reset their passwords
    And a user whom the policy enables
    And the user holds the role User Administrator
    And the user has registered an email address
    When the user deletes the email address
    Then the audit log tells that a method was deleted
