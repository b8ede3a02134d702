@requirement:CFG-12
Feature: The notifications page shows who is told as declared

  Scenario: An administrator looks who is told by mail
    When an administrator looks at the page Notifications under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario Outline: The page follows what is changed: <change>
    Given the policy is changed so that <change>
    When an administrator looks at the page Notifications under Password reset
    Then the page shows the change

    Examples:
      | change                                |
      | nobody is told by mail                |
      | users alone are told by mail          |
      | administrators alone are told by mail |
