@requirement:AUD-09
Feature: A change of the policy leaves a row with old and new values

  @needs:policy
  Scenario: Password reset is set to None
    When password reset is set to None
    Then the audit log tells the old and the new value
