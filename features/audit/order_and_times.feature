@requirement:AUD-22
Feature: The rows of a reset tell in which order and when it happened

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the rows tell the steps in their order and when they happened
