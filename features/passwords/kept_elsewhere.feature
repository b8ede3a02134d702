@requirement:PWD-28
Feature: Nobody is given a password here that another directory keeps

  @needs:guests
  Scenario Outline: A guest with a <personal> account
    Given a user, enabled or not
    And the user is a guest with a <personal> account
    When an administrator gives the user a password
    Then the password is not given out

    Examples:
      | personal           |
      | personal Microsoft |
      | Google             |

  Scenario: A user of this directory is given one
    Given a user, enabled or not
    When an administrator gives the user a password
    Then the password is given out
