@requirement:UNL-03
Feature: A locked user is let into the reset

  Scenario: The account is locked by wrong passwords
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the account is locked by wrong passwords
    When the user resets the password
    Then the page says that the password has been reset
