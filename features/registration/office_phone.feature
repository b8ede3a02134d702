@requirement:REG-34
Feature: An office phone is set up at sign-in where the directory has one, on the security info page also where not

  Background:
    Given the policy lets people register an office phone
    And a user whom the policy enables

  @needs:call
  Scenario: The directory has one
    Given the directory holds the office phone of the user
    When the user registers an office phone in the wizard at sign-in
    Then the wizard has set up the office phone

  @needs:call
  Scenario: The directory has none
    When the user registers an office phone in the wizard at sign-in
    Then the wizard offers no office phone

  @needs:call
  Scenario: The directory has none, and the user adds one
    Given the user has registered what a reset needs without an office phone
    When the user adds an office phone to the security info
    Then the office phone was accepted
    And the directory knows the office phone
