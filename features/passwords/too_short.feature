@requirement:PWD-01
Feature: A new password has eight characters at least

  Scenario: A password of seven characters is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of seven characters
    Then the new password is refused
