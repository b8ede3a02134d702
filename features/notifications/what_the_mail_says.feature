@requirement:NOT-17
Feature: The user's mail says that the password has been reset

  Scenario: The user resets the password
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the mail says that the password has been reset or changed
