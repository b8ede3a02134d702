@requirement:NOT-16
Feature: An administrator's reset is told to nobody without a role

  Scenario: A colleague of the administrator hears nothing
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    And a colleague of the user
    When the administrator resets the password
    Then no mail reaches the colleague

  Scenario: Nor does one who was a Global Administrator until now
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    And a colleague of the user
    And the colleague is no longer a Global Administrator
    When the administrator resets the password
    Then no mail reaches the colleague
