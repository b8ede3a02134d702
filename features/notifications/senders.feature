@requirement:NOT-08
Feature: The mails come from Microsoft's documented addresses

  Scenario: The mail that tells of the reset
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the mail that tells of the reset comes from a documented address
