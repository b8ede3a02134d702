@requirement:AUD-10
@requirement:AUD-12
Feature: The registration report tells who has registered enough

  Scenario: A user with enough methods is called registered and capable
    Given a user whom the policy enables
    And the user has registered what a reset needs
    Then the registration report calls the user registered
    And the directory counts the user as able to reset

  Scenario: A user with too few is called neither
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    Then the registration report calls the user not registered
