@requirement:AUD-16
Feature: A refused common password leaves a failure in the audit log that says so

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs

  Scenario: The user chooses a password that many people use
    When the user chooses a password of two very common words
    Then the audit log tells that a common password was refused

  Scenario: The user changes the password to such a one
    When the user changes the known password to one of two very common words
    Then the audit log tells that a common password was refused at the change

  Scenario: The user chooses a good password
    When the user resets the password
    Then the audit log tells of no refused password

  Scenario: An administrator chooses a password that many people use
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the administrator chooses a password of two very common words
    Then the audit log tells that a common password was refused
