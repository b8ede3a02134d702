@requirement:AUD-06
Feature: A block leaves a row in the audit log

  Scenario: The user fails again and again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    Then the audit log tells that the user was blocked

  @needs:text
  Scenario: The user asks for too many texts
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user asks 7 times for a texted code
    Then the audit log tells that the user was blocked

  @needs:clock
  Scenario: The user is blocked again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    And the user comes back after 25 hours
    And the user tries to verify 7 times
    Then the audit log tells that the user was blocked

  Scenario: The user asks for too many mails
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail
    When the user asks 11 times for a mailed code
    Then the audit log tells that the user was blocked

  Scenario: An administrator fails again and again
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the administrator mistypes every code
    When the administrator tries to verify 7 times
    Then the audit log tells that the user was blocked
