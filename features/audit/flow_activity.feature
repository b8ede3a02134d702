@requirement:AUD-01 @tutorial
Feature: Each step of a reset leaves a row in the audit log

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the audit log tells of every step that the user passed

  Scenario: The user leaves before passing a verification step
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user cancels the reset at the first verification step
    Then the audit log tells that the user cancelled
