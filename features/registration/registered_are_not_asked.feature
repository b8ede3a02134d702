@requirement:REG-09
Feature: Users who have registered enough are not asked

  Scenario: A registered user signs in
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user signs in
    Then the user is signed in
    And the user is not asked to register

  Scenario: Nor is a user who has just registered
    Given a user whom the policy enables
    When the user registers what a reset needs
    And the user signs in
    Then the user is not asked to register again
