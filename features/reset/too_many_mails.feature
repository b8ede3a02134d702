@requirement:RST-18
Feature: No more than ten codes are mailed within ten minutes

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail

  Scenario: The user asks for more
    When the user asks 12 times for a mailed code
    Then no more than 10 codes are mailed
    And the user is blocked

  Scenario: The user asks for fewer
    When the user asks 9 times for a mailed code
    Then 9 codes are mailed
    And the user is let in

  @needs:clock
  Scenario: Mails of more than ten minutes ago do not count
    When the user asks 9 times for a mailed code
    And the user comes back after 10 minutes
    And the user asks 9 times for a mailed code
    Then 9 codes are mailed
    And the user is let in

  @needs:clock
  Scenario: Mails of ten minutes count together
    When the user asks 9 times for a mailed code
    And the user comes back after 6 minutes
    And the user asks 9 times for a mailed code
    Then the user is blocked

  Scenario: An administrator asks for more
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator can prove the identity by a mailed code
    When the user asks 12 times for a mailed code
    Then no more than 10 codes are mailed
    And the user is blocked

  @needs:guests
  Scenario: A guest asks for more
    Given the user is a guest who was invited by an address
    When the user asks 12 times for a mailed code
    Then no more than 10 codes are mailed
    And the user is blocked
