@requirement:CFG-09
Feature: The properties page shows who is enabled as declared

  @tutorial
  Scenario: An administrator looks who may reset
    When an administrator looks at the page Properties under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario: The page follows what is changed
    Given the policy is changed so that everyone may reset
    When an administrator looks at the page Properties under Password reset
    Then the page shows the change
