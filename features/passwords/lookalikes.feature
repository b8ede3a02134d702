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

  @needs:policy
  Scenario: So they are in words of the organisation's list
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the organisation bans the words harbor and lantern
    When the user chooses a password of two words of its list in signs and digits
    Then the new password is refused
