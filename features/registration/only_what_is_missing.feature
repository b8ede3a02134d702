@requirement:REG-14
Feature: The wizard asks only for what is missing

  Scenario: The user has an email address registered and adds the app
    Given a user whom the policy enables
    And the user has registered an email address
    When the user registers an authenticator app
    Then the wizard asked only for the methods that were missing

  Scenario: The user has one of two methods and is asked for the other
    Given sign-in asks for registration and a reset needs two methods
    And a user whom the policy enables
    And the user has registered one method less than a reset needs
    When the user signs in
    Then the user is asked to register what is missing
