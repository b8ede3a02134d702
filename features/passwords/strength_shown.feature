@requirement:PWD-18
Feature: Users of the cloud see how strong the new password is

  Scenario: The user chooses a new password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the strength of the new password is shown

  Scenario: The user chooses another one when the first was refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user tries a short password and then a good one
    Then the strength of the new password is shown

  Scenario: An administrator chooses a new password
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the strength of the new password is shown
