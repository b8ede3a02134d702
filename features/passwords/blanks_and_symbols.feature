@requirement:PWD-07
Feature: A new password may have blanks and every allowed symbol

  Scenario: A password of blanks and every allowed symbol is accepted
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of blanks and every allowed symbol
    Then the new password is accepted

  Scenario: So it is at a change
    Given a user whom the policy enables
    When the user changes the known password to one of blanks and every allowed symbol
    Then the change is accepted
