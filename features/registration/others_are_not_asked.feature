@requirement:REG-08
Feature: Users who are not enabled are not asked to register

  Scenario: A user outside the group signs in
    Given a user outside the enabled group
    When the user signs in
    Then the user is signed in
    And the user is not asked to register

  Scenario: Where the policy says None, a user signs in
    Given a user of a tenant that enables nobody
    When the user signs in
    Then the user is signed in
    And the user is not asked to register
