@requirement:CFG-15 @tutorial
Feature: The switch for administrators stands as declared

  Scenario: The switch is read from the directory
    When the switch for administrators is read
    Then the switch stands as declared
