@requirement:PWD-06
Feature: A new password has 256 characters at most

  Scenario Outline: A password of <number> characters is <outcome>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of <number> characters
    Then the new password is <outcome>

    Examples:
      | number | outcome  |
      | 256    | accepted |
      | 257    | refused  |

  Scenario: All of them count
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user takes 256 characters and signs in with all but the last
    Then the sign-in is refused

  Scenario Outline: A change is <outcome> to <number> characters
    Given a user whom the policy enables
    When the user changes the known password to one of <number> characters
    Then the change is <outcome>

    Examples:
      | number | outcome  |
      | 256    | accepted |
      | 257    | refused  |
