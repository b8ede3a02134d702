@requirement:CUS-02
Feature: Whatever turns a user away, the helpdesk link stands there

  Background:
    Given a user whom the policy enables

  @needs:on-premises
  Scenario: The password is managed on-premises, and there is no writeback
    Given writeback is off
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  @needs:on-premises
  Scenario: The on-premises directory cannot be reached
    Given writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the on-premises directory cannot be reached
    And the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  @needs:on-premises
  Scenario: The on-premises directory refuses the new password
    Given writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the on-premises directory refuses what is written back
    When the user resets the password
    Then the page that turns the user away offers the helpdesk of the policy

  Scenario: The user has failed too often
    Given the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the page that blocks the user leads to no other helpdesk than that of the policy

  @needs:policy
  Scenario: Password reset is off
    When password reset is set to None
    And the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  @needs:licences
  Scenario: The tenant has no licences
    Given the user has registered what a reset needs
    And the tenant has no licences
    When the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  Scenario: An administrator has registered nothing
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    When the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  @needs:policy @needs:guests
  Scenario: Password reset is off, and a guest asks for it
    Given the user is a guest who was invited by an address
    When password reset is set to None
    And the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy
