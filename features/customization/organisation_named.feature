@requirement:CUS-08
Feature: The reset pages name the organisation as the directory does

  Scenario: A user is asked to verify
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the page names the organisation of the policy

  Scenario: A user is turned away
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the page names the organisation of the policy

  Scenario: A user has reset the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the page names the organisation of the policy
