@requirement:NOT-10
Feature: The subject of the user's mail names the organisation

  Scenario: The mail that tells of the reset
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the subject of the mail names the organisation

  Scenario: The mail that tells an administrator of the own reset
    Given the policy lets administrators reset their passwords
    And users are to be notified
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the subject of the mail names the organisation
