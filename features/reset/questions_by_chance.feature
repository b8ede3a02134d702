@requirement:RST-46
Feature: The questions of a reset are drawn by chance from those that were registered

  Background:
    Given a reset asks fewer questions than are registered
    And a user whom the policy enables
    And the user can prove the identity by answers to security questions

  Scenario: The user begins the reset again and again
    When the user begins the reset until other questions are asked
    Then other questions were asked
    And only questions that the user registered were asked

  @needs:clock
  Scenario: The user gives wrong answers again and again
    Given the user answers with made-up answers
    When the user tries to verify until other questions are asked
    Then other questions were asked
    And only questions that the user registered were asked
