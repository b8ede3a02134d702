@requirement:UNL-02
Feature: Unlocking alone is not offered where the policy does not allow it

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then unlocking alone was not offered
