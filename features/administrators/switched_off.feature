@requirement:ADM-05
Feature: Switched off for administrators, password reset serves none of them

  @needs:policy @needs:clock
  Scenario: An administrator is turned away
    Given an administrator who has registered what a reset needs
    When password reset is switched off for administrators
    And the administrator asks for a password reset
    Then the administrator is turned away
