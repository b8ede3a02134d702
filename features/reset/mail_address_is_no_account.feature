@requirement:RST-38
Feature: The mail address is no account name

  Scenario: The user gives the mail address
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user gives the mail address instead of the account name
    Then the account name is not accepted
