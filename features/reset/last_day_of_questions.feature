@requirement:RST-45
Feature: Security questions serve until the end of February 2027 and no longer

  Background:
    Given the day is 2027-02-26
    And a user whom the policy enables
    And the user can prove the identity by answers to security questions

  @needs:clock
  Scenario: On the last day a user is asked them
    When the day becomes 2027-02-28
    And the user asks for a password reset
    Then security questions are offered

  @needs:clock
  Scenario: On the day after a user is not
    When the day becomes 2027-03-01
    And the user asks for a password reset
    Then from this day on the reset offers no answers to security questions
