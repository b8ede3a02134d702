@requirement:RST-12
Feature: A reset has to be completed within fifteen minutes

  @needs:clock
  Scenario: The user takes too long to choose a new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user takes 15 minutes to choose a new password
    When the user resets the password
    Then the reset is not completed

  @needs:clock
  Scenario: The user is slow all the way
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user types each code after 4 minutes
    And the user takes 12 minutes to choose a new password
    When the user resets the password by this proof
    Then the reset is not completed

  @needs:clock
  Scenario: The user takes some time to choose a new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user takes 14 minutes to choose a new password
    When the user resets the password
    Then the reset is completed in time

  @needs:clock
  Scenario: The password of a user who took too long is as it was
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user takes 15 minutes to choose a new password
    When the user resets the password
    And the user signs in
    Then the user is signed in with the password as it was

  @needs:clock
  Scenario: An administrator takes too long
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the user takes 15 minutes to choose a new password
    When the administrator resets the password
    Then the reset is not completed

  @needs:clock @needs:guests
  Scenario: So does a guest
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    And the user takes 15 minutes to choose a new password
    When the user resets the password
    Then the reset is not completed
