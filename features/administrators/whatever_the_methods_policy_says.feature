@requirement:ADM-08
Feature: What the Authentication methods policy disables still serves administrators

  @needs:policy
  Scenario: An administrator is offered a mailed code though mail is off
    Given an administrator who has registered what a reset needs
    When mail is switched off in the Authentication methods policy of a migrated tenant
    And the administrator asks for a password reset
    Then a mailed code is offered

  @needs:policy
  Scenario: A user is not
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When mail is switched off in the Authentication methods policy of a migrated tenant
    And the user asks for a password reset
    Then no mailed code is offered
