@requirement:ENA-18
Feature: Guests prove who they are by the address that they were invited by

  @needs:guests
  Scenario: A guest who registered no address is offered a mailed code
    Given a user whom the policy enables
    And the policy allows codes by mail
    And the user has registered what a reset needs without an email address
    And the user is a guest who was invited by an address
    When the user asks for a password reset
    Then the reset offers a mailed code

  Scenario: A member who registered no address is not
    Given a user whom the policy enables
    And the policy allows codes by mail
    And the user has registered what a reset needs without an email address
    When the user asks for a password reset
    Then the reset does not offer a mailed code
