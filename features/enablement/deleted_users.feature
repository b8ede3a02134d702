@requirement:ENA-17
Feature: A user who was deleted cannot reset the password

  Scenario: A user who was let in before is deleted
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user could reset the password until now
    When the user's account is deleted
    And the user asks for a password reset
    Then the user is not asked to verify
