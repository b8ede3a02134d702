@requirement:CFG-08
Feature: The methods have moved to their new policy as far as declared

  @tutorial
  Scenario: The state of the migration is read from the directory
    When the state of the migration is read
    Then the migration is as far as declared

  @needs:policy
  Scenario Outline: It follows what is changed: <change>
    Given the policy is changed so that <change>
    When the changed state of the migration is read
    Then the migration is as far as changed

    Examples:
      | change                       |
      | the migration is in progress |
      | the migration is done        |

  @needs:policy
  Scenario: It follows what is set through Graph
    When the migration is moved on or back through Graph
    Then the migration is as far as it was moved
