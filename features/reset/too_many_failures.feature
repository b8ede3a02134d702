@requirement:RST-15
Feature: Too many failures block a user

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs

  Scenario: The user fails again and again
    Given the user mistypes every code
    When the user tries to verify 7 times
    Then the user is blocked

  Scenario: The user gives up and fails again on other visits
    Given the user mistypes every code
    When the user tries to verify 3 times
    And the user tries to verify 3 times
    And the user tries to verify 3 times
    Then the user is blocked

  Scenario: Four failures do not block
    When the user mistypes 4 codes and resets the password
    Then the page says that the password has been reset

  @needs:clock
  Scenario: Failures of one day count together
    Given the user mistypes every code
    When the user tries to verify 3 times
    And the user comes back after 20 hours
    And the user tries to verify 3 times
    Then the user is blocked

  @needs:clock
  Scenario: Failures of the day before do not count
    When the user tries to verify with 3 mistyped codes
    And the user comes back after 25 hours
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset

  @needs:clock
  Scenario: Who was blocked before is blocked again
    Given the user mistypes every code
    When the user tries to verify 7 times
    And the user comes back after 25 hours
    And the user tries to verify 7 times
    Then the user is blocked

  @needs:guests
  Scenario: A guest is blocked like anybody else
    Given the user is a guest who was invited by an address
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the user is blocked

  @needs:on-premises
  Scenario: So is a synchronised user
    Given writeback is on
    And the user is synchronised with the on-premises directory
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the user is blocked
