@requirement:PWD-18
Feature: Users of the cloud see how strong the new password is

  Scenario: The user chooses a new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the strength of the new password is shown
