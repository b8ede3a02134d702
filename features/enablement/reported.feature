@requirement:ENA-13
Feature: The registration report tells whom the policy enables

  Scenario: A user whom the policy enables is called enabled
    Given a user whom the policy enables
    Then the registration report calls the user enabled

  Scenario: A user outside the group is called not enabled
    Given a user outside the enabled group
    Then the registration report calls the user not enabled
