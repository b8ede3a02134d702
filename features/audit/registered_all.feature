@requirement:AUD-25
Feature: Whoever has registered enough leaves a row in the audit log that says so

  Scenario: The user registers all that is asked for
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the audit log tells that all that is required was registered

  Scenario: The user leaves the registration
    Given a user whom the policy enables
    When the user begins to register at the sign-in and leaves
    Then the audit log does not tell that all that is required was registered
