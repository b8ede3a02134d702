@requirement:CUS-01 @tutorial
Feature: The helpdesk link stands on the registration pages

  Scenario: The user registers
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the registration pages offer the helpdesk of the policy
