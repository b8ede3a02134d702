@requirement:RST-45
Feature: Security questions serve until the end of February 2027 and no longer

  Background:
    Given the day is 2027-02-26
    And a user whom the policy enables
    And the user can prove the identity by answers to security questions

  @needs:clock
  Scenario: On the last day a user is asked them
    Given security questions were offered until now
    When the user asks for a password reset on 2027-02-28
    Then security questions are offered

  @needs:clock
  Scenario: On the day after a user is not
    When the user asks for a password reset on 2027-03-01
    Then from this day on the reset offers no answers to security questions
