@requirement:AUD-29
Feature: A line of the registration report names its user

  Scenario: A user of the tenant
    Given a user in no group
    Then the registration report names the user as a member

  @needs:guests
  Scenario: A guest
    Given a user in no group
    And the user is a guest who was invited by an address
    Then the registration report names the user as a guest
