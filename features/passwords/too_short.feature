@requirement:PWD-01
Feature: A new password has eight characters at least

  Scenario Outline: A password of <number> characters is <outcome>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of <number> characters
    Then the new password is <outcome>

    Examples:
      | number | outcome  |
      | seven  | refused  |
      | eight  | accepted |

  Scenario: Whoever changes a password is held to it as well
    Given a user whom the policy enables
    When the user changes the known password to one of seven characters
    Then the change is refused

  Scenario: A refused password replaces nothing
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of seven characters
    And the user signs in after the refusal
    Then the user did not have to choose a new password

  Scenario: Nor does one that a change refuses
    Given a user whom the policy enables
    When the user changes the known password to one of seven characters
    And the user signs in after the change was refused
    Then the user did not have to choose a new password

  Scenario: So is who has to choose another one at the sign-in
    Given a user, enabled or not
    And the user's password was given out by an administrator
    When the user signs in and chooses a password of seven characters
    Then that password is not taken for a new one

  Scenario: Nor does an administrator give out such a one
    Given a user, enabled or not
    When an administrator gives the user a password of seven characters
    Then the password is not given out

  Scenario: An administrator is held to it as well
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator chooses a password of seven characters
    Then the new password is refused
