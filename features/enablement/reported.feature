@requirement:ENA-13
Feature: The registration report tells whom the policy enables

  Scenario: A user whom the policy enables is called enabled
    Given a user whom the policy enables
    Then the registration report calls the user enabled

  Scenario: A user outside the group is called not enabled
    Given a user outside the enabled group
    Then the registration report calls the user not enabled

  Scenario: Where the policy says None, a user is called not enabled
    Given a user of a tenant that enables nobody
    Then the registration report calls the user not enabled

  Scenario: A member of a nested group is called enabled
    Given a user in a group nested in the enabled group
    Then the registration report calls the user enabled

  Scenario: Who has left the enabled group is called not enabled
    Given a user whom the policy enables
    When the user is removed from the enabled group
    Then the registration report calls the user not enabled
