@requirement:ENA-07
Feature: A disabled account cannot be reset

  Scenario: A user whose account is disabled gets no further
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user's account is disabled
    When the user asks for a password reset
    Then the user is not asked to verify

  Scenario: Enabled again, it can be reset as before
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user could reset the password until now
    And the user's account is disabled
    When the user's account is enabled again
    And the user asks for a password reset
    Then the user is let in as before

  Scenario: An administrator whose account is disabled gets no further
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the user's account is disabled
    When the administrator asks for a password reset
    Then the user is not asked to verify
