@requirement:RST-34
Feature: Raising the number of methods turns away who has too few, at once

  Background:
    Given one method is enough for users
    And a user whom the policy enables
    And the user has registered one method

  @needs:policy
  Scenario: As long as one is required the user is let in
    When the user asks for a password reset
    Then the user is let in

  @needs:policy
  Scenario: When two are required the user is turned away
    When the number of required methods is raised from one to two
    And the user asks for a password reset
    Then the user is turned away

  @needs:policy
  Scenario: When one is enough again the user is let in
    When the number of required methods is raised from one to two
    And one method is enough for users
    And the user asks for a password reset
    Then the user is let in as before
