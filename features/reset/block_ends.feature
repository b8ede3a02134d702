@requirement:RST-16
Feature: A block lasts 24 hours

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code

  @needs:clock
  Scenario: The user is still blocked after 23 hours
    When the user tries to verify 7 times
    And 23 hours of the block pass
    And the user resets the password
    Then the user is blocked

  @needs:clock
  Scenario: The user can reset after 24 hours
    When the user tries to verify 7 times
    And 24 hours pass
    And the user resets the password
    Then the page says that the password has been reset

  @needs:clock
  Scenario: So long is blocked who asked for too many mails
    Given the policy allows codes by mail
    When the user asks 12 times for a mailed code
    And 23 hours of the block pass
    And the user resets the password
    Then the user is blocked

  @needs:clock @needs:text
  Scenario: So long is blocked who asked for too many texts
    Given the user can prove the identity by a texted code
    When the user asks 7 times for a texted code
    And 23 hours of the block pass
    And the user resets the password
    Then the user is blocked

  @needs:clock
  Scenario: Who asked for too many mails can reset after 24 hours
    Given the policy allows codes by mail
    When the user asks 12 times for a mailed code
    And 24 hours pass
    And the user resets the password
    Then the page says that the password has been reset

  @needs:clock @needs:text
  Scenario: Who asked for too many texts can reset after 24 hours
    Given the user can prove the identity by a texted code
    When the user asks 7 times for a texted code
    And 24 hours pass
    And the user resets the password
    Then the page says that the password has been reset

  @needs:clock
  Scenario: Afterwards three failures do not block again
    When the user tries to verify 7 times
    And 25 hours pass
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset

  Scenario: A sign-in does not end it
    When the user tries to verify 7 times
    And the user gives up and signs in with the known password
    And the user resets the password
    Then the user is blocked

  @needs:clock @needs:guests
  Scenario: So long is a guest blocked
    Given the user is a guest who was invited by an address
    When the user tries to verify 7 times
    And 23 hours of the block pass
    And the user resets the password
    Then the user is blocked
