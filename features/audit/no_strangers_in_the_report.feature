@requirement:AUD-19
Feature: The registration report leaves out who is disabled or deleted

  Scenario: An enabled account is in it
    Given a user whom the policy enables
    Then the registration report lists the user

  Scenario: A disabled account is not in it
    Given a user whom the policy enables
    And the user's account is disabled
    Then the registration report does not list the user

  Scenario: A deleted account is not in it
    Given a user whom the policy enables
    And the user's account is deleted
    Then the registration report does not list the user

  Scenario: An account that is enabled again is in it
    Given a user whom the policy enables
    And the user's account is disabled
    When the user's account is enabled again
    Then the registration report lists the user

  @needs:guests
  Scenario: A guest is in it
    Given a user whom the policy enables
    And the user is a guest who was invited by an address
    Then the registration report lists the user
