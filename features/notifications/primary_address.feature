@requirement:NOT-01
Feature: A reset is told to the user at the primary address

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified
