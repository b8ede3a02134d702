@requirement:UNL-03
@requirement:UNL-04
Feature: A reset unlocks the account

  Scenario: A locked user resets the password and signs in
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the account is locked by wrong passwords
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  Scenario: So does a further reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    And the account is locked by wrong passwords
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  Scenario: So does an administrator's
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the account is locked by wrong passwords
    When the administrator resets the password
    And the user signs in with the new password
    Then the user is signed in

  @needs:on-premises
  Scenario: So does a synchronised user's
    Given a user whom the policy enables
    And the user is synchronised and may unlock the account alone
    And the user has registered what a reset needs
    And the account is locked by wrong passwords
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in
