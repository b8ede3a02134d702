@requirement:RST-34
Feature: Raising the number of methods turns away who has too few, at once

  @needs:policy
  Scenario: A user with one method is turned away
    Given a user whom the policy enables
    And the user has registered one method
    When the number of required methods is raised from one to two
    And the user asks for a password reset
    Then the user is turned away with SSPR_0014
