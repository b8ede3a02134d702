@requirement:REG-25
Feature: Nobody has more than five authenticator apps

  Scenario Outline: Who has <number> apps registers another
    Given a user whom the policy enables
    And the user has registered an email address
    And the user has registered <number> authenticator apps
    When the user registers an authenticator app
    Then the authenticator app was <taken>

    Examples:
      | number | taken        |
      | 4      | accepted     |
      | 5      | not accepted |

  @needs:push
  Scenario Outline: Who has <number> apps for notifications registers another
    Given a user whom the policy enables
    And the user has registered an email address
    And the user has registered <number> authenticator apps for notifications
    When the user registers an authenticator app for notifications
    Then the authenticator app was <taken> for notifications

    Examples:
      | number | taken        |
      | 4      | accepted     |
      | 5      | not accepted |
