@requirement:REG-29
Feature: Users who are not enabled are told so at the registration

  Scenario: A user outside the group goes to the registration page
    Given a user outside the enabled group
    When the user opens the registration page
    Then the page says that the feature is not enabled for the user

  Scenario: Where the policy says None, a user goes to the registration page
    Given a user of a tenant that enables nobody
    When the user opens the registration page
    Then the page says that the feature is not enabled for the user
