@requirement:AUD-24
Feature: A method that is given another value leaves a row in the audit log

  Scenario: The user changes the email address
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user changes the email address
    Then the audit log tells that a method was changed

  Scenario: The user changes it once more
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user has changed the email address before
    When the user changes the email address
    Then the audit log tells that a method was changed

  @needs:text
  Scenario: The user changes the phone number
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user changes the phone number
    Then the audit log tells that a method was changed

  Scenario: An administrator changes the email address
    Given a user in no group
    And an administrator has registered an email address of the user
    When an administrator changes an email address of the user
    Then the audit log tells that an administrator did so
