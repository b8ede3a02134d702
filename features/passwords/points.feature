@requirement:PWD-09
Feature: A password is accepted from five points on

  Each common word counts one point and so does each other character.

  Scenario Outline: A password of <points> points is <outcome>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of <points> points
    Then the new password is <outcome>

    Examples:
      | points | outcome  |
      | four   | refused  |
      | five   | accepted |

  @needs:policy
  Scenario Outline: Where the organisation bans the words, one of <points> points is <outcome>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the organisation bans the words contoso and blank
    When the user chooses a password of <points> points by these words
    Then the new password is <outcome>

    Examples:
      | points | outcome  |
      | four   | refused  |
      | five   | accepted |

  @needs:policy
  Scenario Outline: Two words of the organisation's list are <outcome> where it <enforces> the list
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the organisation <lists>
    When the user chooses a password of two words of its list
    Then the new password is <outcome>

    Examples:
      | outcome  | enforces         | lists                                                         |
      | refused  | enforces         | bans the words harbor and lantern                             |
      | accepted | does not enforce | lists the words harbor and lantern and does not enforce the list |

  @needs:policy
  Scenario: Two words of the organisation's list are refused however it writes them
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the organisation bans the words HARBOR and LANTERN
    When the user chooses a password of two words of its list
    Then the new password is refused

  @needs:policy
  Scenario: Whoever changes a password is held to the organisation's list as well
    Given a user whom the policy enables
    And the organisation bans the words harbor and lantern
    When the user changes the known password to one of two words of its list
    Then the change is refused

  @needs:policy
  Scenario: So is who has to choose another one at the sign-in
    Given a user, enabled or not
    And the user's password was given out by an administrator
    And the organisation bans the words harbor and lantern
    When the user signs in and chooses a password of two words of its list
    Then that password is not taken for a new one
