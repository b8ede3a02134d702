@requirement:ENA-02 @tutorial
Feature: Users outside the enabled group are turned away

  With *Selected* the group alone decides. A user outside it has nothing to verify with and is
  told whom to turn to.

  Scenario: A user outside the group is turned away
    Given a user outside the enabled group
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013
    And the user can turn to an administrator

  Scenario: Membership of another group does not help
    Given a user in another group than the enabled one
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013

  Scenario: Nor does owning the enabled group
    Given a user who owns the enabled group and is no member
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013

  @needs:policy
  Scenario: A user outside the group is turned away after a while in which everybody was enabled
    Given a user outside the enabled group
    And the user has registered what a reset needs
    And for a while everybody was enabled
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013

  @needs:guests
  Scenario: A guest outside the group is turned away as well
    Given a user outside the enabled group
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013
