@requirement:PWD-23
Feature: After a lockout the next wrong password locks again, and for longer

  Background:
    Given a user, enabled or not
    And the account was locked by wrong passwords

  @needs:clock
  Scenario: One more wrong password locks again
    When 120 seconds pass
    And the user types one more wrong password
    And the user signs in
    Then the sign-in is refused because the account is locked

  @needs:clock
  Scenario: This time a minute does not end it
    When 120 seconds pass
    And the user types one more wrong password
    And 61 seconds pass
    And the user signs in
    Then the sign-in is refused because the account is locked
