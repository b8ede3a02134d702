@requirement:NOT-04
Feature: A reset is told once at each address

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then each address of the user gets the mail once if users are to be notified

  Scenario: An administrator resets the own password
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    When the administrator resets the password
    Then the Global Administrator is alerted once if administrators are to be notified
    And each address of the user gets the mail once if users are to be notified
