@requirement:HYB-10
Feature: A reset unlocks the on-premises account

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user is federated with the on-premises directory

  @needs:on-premises @needs:clock
  Scenario: A locked user resets the password and signs in
    Given the user has registered what a reset needs
    And the on-premises account is locked
    When the user resets the password
    And 120 seconds pass
    And the user signs in with the new password
    Then the lock that the reset lifts is gone

  @needs:on-premises @needs:clock
  Scenario: So does who has reset the password before
    Given the user has registered what a reset needs
    And the user has reset the password before
    And the on-premises account is locked
    When the user resets the password
    And 120 seconds pass
    And the user signs in with the new password
    Then the lock that the reset lifts is gone

  @needs:on-premises
  Scenario: Without a reset the account stays locked
    Given the on-premises account is locked
    When the user signs in
    Then the sign-in is refused
