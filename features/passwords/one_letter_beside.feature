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

  @needs:policy
  Scenario: So is one beside a word of the organisation, be it changed, added or left out
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the organisation bans the words harbor7light
    When the user tries that word and others one letter beside it
    Then every password is refused, as the word itself is
