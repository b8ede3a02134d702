@requirement:RST-44
Feature: Texts and calls serve guests as long as Global Administrators

  Background:
    Given the day is 2027-02-01
    And a user whom the policy enables
    And the policy allows a telephone
    And the user has registered methods that last 180 days
    And the user has registered both telephones

  @needs:clock @needs:guests
  Scenario: On the day on which they end for users a guest is offered them
    Given the user is a guest who was invited by an address
    When the user asks for a password reset
    Then a text or a call is offered

  @needs:clock @needs:guests
  Scenario: On the last day a guest is offered them
    Given the user is a guest who was invited by an address
    When the user asks for a password reset on 2027-06-30
    Then a text or a call is offered

  @needs:clock @needs:guests
  Scenario: On the day after a guest is not
    Given the user is a guest who was invited by an address
    When the user asks for a password reset on 2027-07-01
    Then from this day on neither a text nor a call is offered
