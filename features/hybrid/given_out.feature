@requirement:HYB-15
Feature: Whose password never expires on-premises may keep one that was given out

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory

  @needs:on-premises
  Scenario: A password that never expires need not be replaced
    Given the user's password never expires on-premises
    And the user's password was given out by an administrator
    When the user signs in
    Then the user did not have to choose a new password

  @needs:on-premises
  Scenario: Any other has to be replaced
    Given the user's password was given out by an administrator
    When the user signs in
    Then the user had to choose a new password
