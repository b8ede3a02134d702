@requirement:AUD-05
Feature: Being turned away leaves a row with its reason in the audit log

  Scenario: A user who has registered nothing is turned away
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the audit log tells that too little is registered

  Scenario: A user outside the enabled group is turned away
    Given a user outside the enabled group
    When the user asks for a password reset
    Then the audit log tells that the user is not enabled
