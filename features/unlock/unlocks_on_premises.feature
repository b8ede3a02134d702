@requirement:UNL-10
Feature: An unlock unlocks the on-premises account

  Background:
    Given a user whom the policy enables
    And the user is federated and may unlock the account alone
    And the user has registered what a reset needs

  @needs:on-premises @promises:unlock
  Scenario: The user unlocks the account and signs in
    Given the on-premises account is locked
    When the user unlocks the account
    And the user signs in
    Then the lock that the unlock lifts is gone

  @needs:on-premises
  Scenario: Without an unlock the account stays locked
    Given the on-premises account is locked
    When the user signs in
    Then the sign-in is refused

  @needs:on-premises @promises:unlock
  Scenario: So does a further unlock
    Given the on-premises account is locked
    And the user has unlocked the account before and it is locked again
    When the user unlocks the account
    And the user signs in
    Then the lock that the unlock lifts is gone

  @needs:on-premises @promises:unlock
  Scenario: So does an administrator's
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And the on-premises account is locked
    When the user unlocks the account
    And the user signs in
    Then the lock that the unlock lifts is gone
