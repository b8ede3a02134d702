@requirement:NOT-06
Feature: The alert goes to primary addresses

  Scenario: The alternate address of a Global Administrator gets nothing
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    And the Global Administrator has an alternate address
    When the administrator resets the password
    Then no mail reaches the alternate address of the Global Administrator
