@requirement:RST-04 @tutorial
Feature: After a reset the new password signs in

  Scenario: The user signs in with the new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in
