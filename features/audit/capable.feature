@requirement:AUD-12
Feature: The registration report tells who is able to reset

  Scenario: An enabled user with enough methods is called capable
    Given a user whom the policy enables
    And the user has registered what a reset needs
    Then the registration report calls the user capable

  Scenario: An enabled user with too few methods is not
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    Then the registration report calls the user not capable

  Scenario: A user with enough methods who is not enabled is not
    Given a user outside the enabled group
    And the user has registered what a reset needs
    Then the registration report calls the user not capable

  Scenario: Whoever deletes a method and has too few left is capable no longer
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user deletes the email address
    Then the registration report calls the user not capable
