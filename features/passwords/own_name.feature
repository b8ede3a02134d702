@requirement:PWD-10
Feature: A new password does not contain the name of the user

  Scenario: A password of the user's own name is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of the user's own name
    Then the new password is refused
