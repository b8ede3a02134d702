@requirement:AUD-13
Feature: A cancelled registration leaves a row in the audit log

  Scenario: The user leaves the registration
    Given a user whom the policy enables
    When the user begins to register at the sign-in and leaves
    Then the audit log tells that the registration was cancelled
