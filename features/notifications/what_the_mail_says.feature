@requirement:NOT-17
Feature: The mails about a reset say that a password has been reset

  Scenario: The mail to the user
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the mail says that the password has been reset or changed

  Scenario: The mail that alerts Global Administrators
    Given an administrator who has registered what a reset needs
    And administrators are to be notified
    And a Global Administrator
    When the administrator resets the password
    Then the alert says that a password has been reset or changed

  Scenario: The mail to an administrator
    Given the policy lets administrators reset their passwords
    And users are to be notified
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the mail says that the password has been reset or changed
