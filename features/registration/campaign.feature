@requirement:REG-31
Feature: Who has registered too little is asked to register before it is too late

  Background:
    Given sign-in asks for registration
    And a user whom the policy enables

  Scenario: The directory holds contact data that the user never registered
    Given the directory holds contact data that the user never registered
    When the user signs in
    Then the user is asked to register if the policy requires it

  Scenario: The user has registered what a reset needs
    Given the user has registered what a reset needs
    When the user signs in
    Then the user is not asked to register
