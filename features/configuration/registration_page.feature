@requirement:CFG-11
Feature: The registration page shows what sign-in asks for as declared

  Scenario: An administrator looks whether sign-in asks for registration and confirmation
    When an administrator looks at the page Registration under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario Outline: The page follows what is changed: <change>
    Given the policy is changed so that <change>
    When an administrator looks at the page Registration under Password reset
    Then the page shows the change

    Examples:
      | change                                 |
      | sign-in asks nobody to register        |
      | sign-in asks to confirm after 200 days |
