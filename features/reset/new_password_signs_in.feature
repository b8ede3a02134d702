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
