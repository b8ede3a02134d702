@requirement:REG-03 @tutorial
Feature: An authenticator app is registered by its code

  Scenario: The code made from the secret on the page registers the app
    Given a user whom the policy enables
    When the user registers an authenticator app
    Then the authenticator app was accepted
    And the directory knows the authenticator app
