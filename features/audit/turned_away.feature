@requirement:AUD-05
Feature: Being turned away leaves a row in the audit log

  Scenario: A user who has registered nothing is turned away
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the audit log tells that the user was turned away
