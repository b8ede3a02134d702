@requirement:PWD-12
Feature: A password one letter beside a common word is refused

  Scenario: A password of one letter beside a very common word is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of one letter beside a very common word
    Then the new password is refused
