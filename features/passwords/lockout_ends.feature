@requirement:PWD-15
Feature: A lockout ends by itself

  @needs:clock
  Scenario: The right password signs in two minutes later
    Given a user, enabled or not
    And the account is locked by wrong passwords
    When 120 seconds pass
    And the user signs in
    Then the user is signed in

  @needs:clock
  Scenario: The right password does not sign in before a minute has passed
    Given a user, enabled or not
    And the account is locked by wrong passwords
    When 50 seconds pass
    And the user signs in
    Then the sign-in is refused because the account is locked
