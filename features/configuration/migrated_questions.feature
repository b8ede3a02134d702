@requirement:CFG-22
Feature: The password reset policy decides about security questions even when migration is complete

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    And the user can prove it by a mailed code as well

  @needs:policy
  Scenario: Where it allows them they are offered
    When the migration is completed
    And the user asks for a password reset
    Then the reset offers answers to security questions

  @needs:policy
  Scenario: Where it forbids them they are not
    When the migration is completed and the password reset policy forbids security questions
    And the user asks for a password reset
    Then security questions are not offered
