@requirement:PWD-22
Feature: Who does not know the current password cannot change it

  Scenario: The user gives another current password
    Given a user whom the policy enables
    When the user changes the password and gives a wrong current one
    Then the change is refused

  Scenario: An administrator gives another current password
    Given a user in no group
    And the user holds the role User Administrator
    When the user changes the password and gives a wrong current one
    Then the change is refused
