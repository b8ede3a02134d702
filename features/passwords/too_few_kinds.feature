@requirement:PWD-02
Feature: A new password has three kinds of characters at least

  Scenario: A password of two kinds of characters is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of two kinds of characters
    Then the new password is refused

  Scenario Outline: A password of all kinds but <missing> is accepted
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of all kinds of characters but <missing>
    Then the new password is accepted

    Examples:
      | missing         |
      | small letters   |
      | capital letters |
      | digits          |
      | symbols         |

  Scenario: Two kinds are too few, whichever they are
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user tries passwords of any two kinds of characters
    Then every password is refused

  Scenario: Whoever changes a password is held to it as well
    Given a user whom the policy enables
    When the user changes the known password to one of two kinds of characters
    Then the change is refused

  Scenario: So is who has to choose another one at the sign-in
    Given a user, enabled or not
    And the user's password was given out by an administrator
    When the user signs in and chooses a password of two kinds of characters
    Then that password is not taken for a new one

  Scenario: Nor does an administrator give out such a one
    Given a user, enabled or not
    When an administrator gives the user a password of two kinds of characters
    Then the password is not given out

  Scenario: An administrator is held to it as well
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator chooses a password of two kinds of characters
    Then the new password is refused
