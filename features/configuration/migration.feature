@requirement:CFG-08 @tutorial
Feature: The methods have moved to their new policy as far as declared

  Scenario: The state of the migration is read from the directory
    When the state of the migration is read
    Then the migration is as far as declared
