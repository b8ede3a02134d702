@requirement:NOT-12
Feature: Changing a known password is not told as a reset

  Scenario: The user changes the password
    Given a user whom the policy enables
    And the user has registered an email address
    When the user changes the known password
    Then no mail tells the user of a reset

  Scenario: Nor does an administrator who changes the own password alert others
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    When the user changes the known password
    Then no mail alerts the Global Administrator to the change
