@requirement:CFG-15
Feature: The switch for administrators stands as declared

  @tutorial
  Scenario: The switch is read from the directory
    When the switch for administrators is read
    Then the switch stands as declared

  @needs:policy
  Scenario Outline: It follows what is changed: <change>
    Given the policy is changed so that <change>
    When the changed switch for administrators is read
    Then the switch stands as changed

    Examples:
      | change                       |
      | administrators may not reset |
      | administrators may reset     |

  @needs:policy
  Scenario: It follows what is turned through Graph
    When the switch for administrators is turned through Graph
    Then the switch stands as turned
