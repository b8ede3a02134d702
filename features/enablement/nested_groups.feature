@requirement:ENA-04
Feature: Members of a nested group count as members

  The admin center takes one group, so larger roll-outs nest groups in it.

  Scenario: A member of a nested group is asked to verify
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is asked to verify

  Scenario: So is a member of a group that is nested twice
    Given a user in a group nested twice in the enabled group
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is asked to verify
