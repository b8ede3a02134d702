@requirement:PWD-26
Feature: A tenant sets after how many wrong passwords sign-in is locked, and for how long

  Background:
    Given a user, enabled or not

  @needs:policy
  Scenario: Five wrong passwords lock where five are set
    Given sign-in is locked after 5 wrong passwords for 60 seconds
    And the user has typed 5 wrong passwords
    When the user signs in
    Then the right password is refused as the tenant has set

  @needs:policy
  Scenario: Ten lock nothing where fifty are set
    Given sign-in is locked after 50 wrong passwords for 60 seconds
    And the user has typed 10 wrong passwords
    When the user signs in
    Then the user is signed in

  @needs:policy @needs:clock
  Scenario: After two minutes it is still locked where five minutes are set
    Given sign-in is locked after 10 wrong passwords for 300 seconds
    And the user has typed 10 wrong passwords
    When 120 seconds pass
    And the user signs in
    Then the right password is refused as the tenant has set
