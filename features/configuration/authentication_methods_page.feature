@requirement:CFG-10
Feature: The authentication methods page shows number and methods as declared

  @tutorial
  Scenario: An administrator looks how many methods are required and which
    When an administrator looks at the page Authentication methods under Password reset
    Then the page shows what is declared
    And where the page leaves methods out, the Authentication methods policy allows the declared

  Scenario: In a migrated tenant the other policy decides about methods
    Given the migration is complete
    When an administrator looks at the page Authentication methods under Password reset
    Then the page shows no methods but security questions

  @needs:policy
  Scenario Outline: The page follows what is changed
    Given the policy is changed so that <change>
    When an administrator looks at the page Authentication methods under Password reset
    Then the page shows the change

    Examples:
      | change                   |
      | one method is required   |
      | two methods are required |
      | every method is allowed  |
      | five questions are registered and four asked |
