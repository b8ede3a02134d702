@requirement:AUD-02 @tutorial
Feature: A completed reset leaves its own row in the audit log

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log has one row for the completed reset
