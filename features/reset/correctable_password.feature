@requirement:RST-22
Feature: A refused password can be corrected within the same reset

  Scenario: The user chooses a short password and then a good one
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user tries a short password and then a good one
    Then the page says that the password has been reset
    And one password was refused

  Scenario: The user chooses three bad ones before
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user tries three short passwords and then a good one
    Then the page says that the password has been reset

  Scenario: An administrator chooses a short password and then a good one
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the user tries a short password and then a good one
    Then the page says that the password has been reset
