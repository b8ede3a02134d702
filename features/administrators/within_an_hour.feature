@requirement:ADM-11
Feature: Switched on or off for administrators, password reset follows within an hour

  Background:
    Given an administrator who has registered what a reset needs

  @needs:policy @needs:clock
  Scenario: An hour after it was switched off, administrators are turned away
    When password reset was switched off for administrators an hour ago
    And the administrator asks for a password reset
    Then the administrator is turned away

  @needs:policy @needs:clock
  Scenario: An hour after it was switched on, administrators are asked to verify
    Given password reset is switched off for administrators
    When password reset was switched on for administrators an hour ago
    And the administrator asks for a password reset
    Then the administrator is asked to verify
