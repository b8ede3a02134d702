@requirement:RST-05 @tutorial
Feature: After a reset the old password signs in no more

  Scenario: The user signs in with the old password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the old password
    Then the sign-in is refused
