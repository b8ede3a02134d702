@requirement:CFG-05
Feature: When migration is complete the Authentication methods policy decides which methods serve

  @needs:policy
  Scenario: A method that it forbids is not offered
    Given the migration is complete
    And a user whom the policy enables
    And the user has registered an email address and another method
    And the Authentication methods policy forbids email
    When the user asks for a password reset
    Then email is not offered

  @needs:policy
  Scenario: A method that the password reset policy alone forbids is offered
    Given the migration is complete
    And a user whom the policy enables
    And the user has registered an email address and another method
    And the Authentication methods policy allows email
    And the password reset policy forbids email
    When the user asks for a password reset
    Then email is offered
