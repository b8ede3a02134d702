@requirement:REG-14
Feature: The wizard asks only for what is missing

  Scenario: The user has an email address registered and adds the app
    Given a user whom the policy enables
    And the user has registered an email address
    When the user registers an authenticator app
    Then the wizard asked only for the methods that were missing
