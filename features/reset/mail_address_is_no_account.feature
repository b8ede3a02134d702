@requirement:RST-38
Feature: The mail address is no account name

  Scenario: The user gives the mail address
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user gives the mail address instead of the account name
    Then the account name is not accepted

  Scenario: Nor is the name that the user bore before
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user was called otherwise until now
    When the user gives the former account name
    Then the account name is not accepted

  Scenario: The name that the user bears now is one
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user was called otherwise until now
    When the user asks for a password reset
    Then the user is let in
