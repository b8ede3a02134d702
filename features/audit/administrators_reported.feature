@requirement:AUD-23
Feature: The registration report tells who is an administrator

  Background:
    Given a user whom the policy enables

  Scenario: A user with a role is called one
    Given the user holds the role User Administrator
    Then the registration report calls the user an administrator

  Scenario: A user without a role is not
    Then the registration report calls the user no administrator

  Scenario: Nor is a user who has lost the role
    Given the user holds the role User Administrator
    And the user has lost the role User Administrator
    Then the registration report calls the user no administrator
