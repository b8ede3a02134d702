@requirement:REG-19 @promises:delivery
Feature: An authenticator app is registered for notifications by approving one

  @needs:push
  Scenario: The user approves the number that the page shows
    Given a user whom the policy enables
    When the user registers an authenticator app for notifications
    Then the authenticator app was accepted for notifications
    And the directory knows the authenticator app

  @needs:push
  Scenario: Another number registers nothing
    Given a user whom the policy enables
    And the user approves another number than the page shows
    When the user registers an authenticator app for notifications
    Then nothing was registered
