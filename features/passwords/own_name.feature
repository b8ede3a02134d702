@requirement:PWD-10
Feature: A new password contains neither the name of the user nor the organisation's

  Names count from four characters on.

  Scenario Outline: A password of <name> and more is refused
    Given a user called Poll Berg whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of <name>
    Then the new password is refused

    Examples:
      | name                    |
      | the user's first name   |
      | the user's last name    |
      | the organisation's name |

  Scenario: A name is seen through signs and digits
    Given a user called Poll Berg whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of the name Poll in signs and digits
    Then the new password is refused

  Scenario: Whoever changes a password is held to it as well
    Given a user called Poll Berg whom the policy enables
    When the user changes the known password to one of the user's first name
    Then the change is refused
