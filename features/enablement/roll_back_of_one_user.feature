@requirement:ENA-09
Feature: A user who leaves the enabled group can no longer reset

  Scenario: The removed user is turned away
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user is removed from the enabled group
    And the user asks for a password reset
    Then the user is turned away

  Scenario: So is everyone in a nested group that is removed from it
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    And the user could reset the password until now
    When that group is removed from the enabled group
    And the user asks for a password reset
    Then the user is turned away

  Scenario: A user who is put back into the group is let in again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user could reset the password until now
    When the user is removed from the enabled group
    And the user is put back into the enabled group
    And the user asks for a password reset
    Then the user is let in as before
