@requirement:PWD-12
Feature: A password one letter beside a common word is refused

  Scenario Outline: A password of <letters> beside a very common word is <outcome>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of <letters> beside a very common word
    Then the new password is <outcome>

    Examples:
      | letters     | outcome  |
      | one letter  | refused  |
      | two letters | accepted |
