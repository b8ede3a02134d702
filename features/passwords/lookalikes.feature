@requirement:PWD-11
Feature: Signs and digits in place of letters are seen through

  Scenario Outline: A password of common words with <sign> is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of common words with <sign>
    Then the new password is refused

    Examples:
      | sign    |
      | @ for a |
      | 0 for o |
      | 1 for l |
      | $ for s |
