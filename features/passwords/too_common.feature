@requirement:PWD-08
Feature: A password that many people use is refused

  Scenario: A password of two very common words is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of two very common words
    Then the new password is refused
