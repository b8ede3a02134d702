@requirement:PWD-15
Feature: A lockout ends by itself

  @needs:clock
  Scenario: The right password signs in after a while
    Given a user whom the policy enables
    And the account is locked by wrong passwords
    When 1 hours pass
    And the user signs in
    Then the user is signed in

  @needs:clock
  Scenario: The right password does not sign in before a minute has passed
    Given a user whom the policy enables
    And the account is locked by wrong passwords
    When 40 seconds pass
    And the user signs in
    Then the sign-in is refused because the account is locked
