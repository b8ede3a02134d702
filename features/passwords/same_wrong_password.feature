@requirement:PWD-16
Feature: The same wrong password counts once

  Scenario: One wrong password twelve times locks nothing
    Given a user, enabled or not
    And the user has typed one wrong password 12 times
    When the user signs in
    Then the user is signed in

  Scenario: Nor do three wrong passwords in turn
    Given a user, enabled or not
    And the user has typed three wrong passwords in turn 4 times
    When the user signs in
    Then the user is signed in

  Scenario: Four wrong passwords in turn do
    Given a user, enabled or not
    And the user has typed four wrong passwords in turn 4 times
    When the user signs in
    Then the sign-in is refused because the account is locked
