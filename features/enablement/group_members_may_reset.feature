@requirement:ENA-01 @tutorial
Feature: Members of the enabled group may reset their password

  The policy enables one group, or everyone. Whoever is enabled and has registered is asked to
  prove who they are instead of being sent to an administrator.

  Scenario: An enabled user is asked to verify
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is asked to verify

  @needs:policy
  Scenario: So is a user after a while in which nobody was enabled
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And for a while nobody was enabled
    When the user asks for a password reset
    Then the user is asked to verify
