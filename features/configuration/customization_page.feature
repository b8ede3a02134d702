@requirement:CFG-13
Feature: The customization page shows the helpdesk link as declared

  Scenario: An administrator looks where users find help
    When an administrator looks at the page Customization under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario Outline: The page follows what is changed: <change>
    Given the policy is changed so that <change>
    When an administrator looks at the page Customization under Password reset
    Then the page shows the change

    Examples:
      | change                       |
      | there is no helpdesk link    |
      | the helpdesk is another page |
