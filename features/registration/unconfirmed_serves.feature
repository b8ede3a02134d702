@requirement:REG-41
Feature: What is not confirmed serves for a reset all the same

  Background:
    Given a user whom the policy enables

  @needs:clock
  Scenario: The confirmation is overdue
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user asks for a password reset
    Then the user is asked to verify all the same

  @needs:clock
  Scenario: The user was asked to confirm and left
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user is asked to confirm and leaves
    And the user asks for a password reset
    Then the user is asked to verify all the same

  Scenario: The user left the registration once and came back
    When the user begins to register at the sign-in and leaves
    And the user is given what a reset needs
    And the user asks for a password reset
    Then the user is asked to verify all the same
