@requirement:ENA-15
Feature: Whoever is turned away is told whom to turn to

  Scenario: The page offers the helpdesk of the policy
    Given a user outside the enabled group
    When the user asks for a password reset
    Then the user can turn to an administrator
    And the page offers the helpdesk of the policy, as it does to others

  Scenario: Where the policy says None, the page offers the helpdesk of the policy
    Given a user of a tenant that enables nobody
    When the user asks for a password reset
    Then the user can turn to an administrator
    And the page offers the helpdesk of the policy, as it does to others
