@requirement:ENA-03 @tutorial
Feature: Set to None, password reset turns every user away

  *None* is how the tutorial cleans up. From then on nobody but administrators may reset.

  @needs:policy
  Scenario: A user who could reset before is turned away
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When password reset is set to None
    And the user asks for a password reset
    Then the user is turned away with SSPR_0009

  @needs:policy
  Scenario: A user outside the group is turned away for the same reason
    Given a user outside the enabled group
    When password reset is set to None
    And the user asks for a password reset
    Then the user is turned away with SSPR_0009

  Scenario: Where the policy says None, a user who has registered is turned away
    Given a user of a tenant that enables nobody
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0009
