@requirement:PWD-14
Feature: Ten wrong passwords lock the sign-in

  @requirement:PWD-17
  Scenario: The right password does not help for now
    Given a user, enabled or not
    And the account is locked by wrong passwords
    When the user signs in
    Then the sign-in is refused because the account is locked

  Scenario: Nine wrong passwords lock nothing
    Given a user, enabled or not
    And the user has typed 9 wrong passwords
    When the user signs in
    Then the user is signed in

  Scenario: An administrator is locked out like anybody else
    Given a user in no group
    And the user holds the role User Administrator
    And the account is locked by wrong passwords
    When the user signs in
    Then the sign-in is refused

  Scenario: Nobody else is locked by them
    Given a user, enabled or not
    And somebody else's account is locked by wrong passwords
    When the user signs in
    Then the user is signed in

  @needs:on-premises
  Scenario: So is a synchronised user
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the account is locked by wrong passwords
    When the user signs in
    Then the sign-in is refused
