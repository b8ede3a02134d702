@requirement:PWD-11
Feature: Signs and digits in place of letters are seen through

  Scenario: A password of common words in signs and digits is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of common words in signs and digits
    Then the new password is refused
