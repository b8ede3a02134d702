@requirement:PWD-03
Feature: A new password has no characters outside the allowed set

  Scenario: A password of a letter outside the allowed set is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of a letter outside the allowed set
    Then the new password is refused

  Scenario: So is one of a letter or a sign from elsewhere
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user tries passwords of letters and signs from elsewhere
    Then every password is refused

  Scenario: Whoever changes a password is held to it as well
    Given a user whom the policy enables
    When the user changes the known password to one of a letter outside the allowed set
    Then the change is refused
