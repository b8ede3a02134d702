@requirement:AUD-09
Feature: A change of the policy leaves a row with old and new values

  @needs:policy
  Scenario: Password reset is set to another value
    When password reset is set to another value
    Then the audit log tells the old and the new value
