@requirement:ENA-07
Feature: A disabled account cannot be reset

  Scenario: A user whose account is disabled gets no further
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user's account is disabled
    When the user asks for a password reset
    Then the user is not asked to verify
