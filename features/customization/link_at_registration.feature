@requirement:CUS-01
Feature: The helpdesk link stands on the registration pages

  @tutorial
  Scenario: The user registers
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the registration pages offer the helpdesk of the policy

  Scenario: An administrator registers
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    When the administrator registers an email address and an authenticator app
    Then the registration pages offer the helpdesk of the policy
