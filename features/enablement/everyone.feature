@requirement:ENA-05
Feature: Set to All, password reset serves every user

  @needs:policy
  Scenario: A user in no group is asked to verify
    Given a user in no group
    And the user has registered what a reset needs
    When password reset is set to All
    And the user asks for a password reset
    Then the user is asked to verify

  @needs:policy @needs:guests
  Scenario: So is a guest in no group
    Given a user in no group
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When password reset is set to All
    And the user asks for a password reset
    Then the user is asked to verify
