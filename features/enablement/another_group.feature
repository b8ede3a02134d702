@requirement:ENA-16
Feature: When another group is enabled, it decides from then on

  @needs:policy
  Scenario: A member of the former group is turned away
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When another group is enabled instead
    And the user asks for a password reset
    Then the user is turned away as one outside the enabled group

  @needs:policy
  Scenario: A member of the new group is let in
    Given a user in another group than the enabled one
    And the user has registered what a reset needs
    When that group is enabled instead
    And the user asks for a password reset
    Then the user is let in

  @needs:policy
  Scenario: A member of the first group is let in when that is enabled again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And another group was enabled in between
    When the user asks for a password reset
    Then the user is let in as before

  @needs:policy
  Scenario: A member of the new group is let in under whatever name it bears
    Given a user in another group than the enabled one
    And the user has registered what a reset needs
    And that group is enabled instead
    And the user could reset the password until now
    When that group is given another name
    And the user asks for a password reset
    Then the user is let in as before
