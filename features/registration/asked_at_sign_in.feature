@requirement:REG-01
Feature: Enabled users are asked to register when they sign in

  @tutorial
  Scenario: An enabled user signs in for the first time
    Given a user whom the policy enables
    When the user signs in
    Then the user is asked to register if the policy requires it

  Scenario: An administrator signs in for the first time
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    When the user signs in
    Then the user is asked to register if the policy requires it

  Scenario: So does a member of a nested group
    Given a user in a group nested in the enabled group
    When the user signs in
    Then the user is asked to register if the policy requires it

  @needs:policy
  Scenario: Where password reset is set to All, so does a user in no group
    Given password reset is set to All
    And a user in no group
    When the user signs in
    Then the user is asked to register if the policy requires it

  @needs:policy
  Scenario: So is a user after a while in which nobody was asked
    Given a user whom the policy enables
    And for a while sign-in asked nobody to register
    When the user signs in
    Then the user is asked to register if the policy requires it

  @needs:on-premises
  Scenario: So does a synchronised user
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    When the user signs in
    Then the user is asked to register if the policy requires it

  @needs:guests
  Scenario: So does a guest
    Given a user whom the policy enables
    And the user is a guest who was invited by an address
    When the user signs in
    Then the user is asked to register if the policy requires it
