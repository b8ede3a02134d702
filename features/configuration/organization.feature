@requirement:CFG-16 @tutorial
Feature: The directory bears the declared name

  Scenario: The name is read from the directory
    When the name of the directory is read
    Then the directory bears the declared name
