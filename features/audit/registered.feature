@requirement:AUD-10
Feature: The registration report tells who has registered enough

  Scenario: A user with enough methods is called registered
    Given a user whom the policy enables
    And the user has registered what a reset needs
    Then the registration report calls the user registered

  Scenario: A user with too few is not
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    Then the registration report calls the user not registered

  Scenario: Whoever deletes a method and has too few left is registered no longer
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user deletes the email address
    Then the registration report calls the user not registered
