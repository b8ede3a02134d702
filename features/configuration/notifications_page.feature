@requirement:CFG-12
Feature: The notifications page shows who is told as declared

  Scenario: An administrator looks who is told by mail
    When an administrator looks at the page Notifications under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario: The page follows what is changed
    Given the policy is changed so that nobody is told by mail
    When an administrator looks at the page Notifications under Password reset
    Then the page shows the change
