@requirement:RST-04
Feature: After a reset the new password signs in

  @tutorial
  Scenario: The user signs in with the new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  Scenario: It replaces one that an administrator gave out, and need not be changed
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user's password was given out by an administrator
    When the user resets the password
    And the user signs in with the new password
    Then the user did not have to choose a new password

  Scenario: So it does after a further reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  Scenario: An administrator signs in with the new password
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    And the user signs in with the new password
    Then the user is signed in

  @needs:guests
  Scenario: So does a guest
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  Scenario: So does a member of a nested group
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in
