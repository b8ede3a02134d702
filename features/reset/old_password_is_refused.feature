@requirement:RST-05
Feature: After a reset the old password signs in no more

  @tutorial
  Scenario: The user signs in with the old password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the old password
    Then the sign-in is refused

  Scenario: Nor does it after a further reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user resets the password
    And the user signs in with the old password
    Then the sign-in is refused

  Scenario: Nor does an administrator's
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    And the user signs in with the old password
    Then the sign-in is refused

  @needs:on-premises
  Scenario: Nor does a synchronised user's
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the old password
    Then the sign-in is refused

  @needs:guests
  Scenario: Nor does a guest's
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user resets the password
    And the user signs in with the old password
    Then the sign-in is refused
