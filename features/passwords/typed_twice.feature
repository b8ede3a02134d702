@requirement:PWD-24
Feature: A new password is taken only if it is typed twice alike

  Scenario: At a reset the second one differs
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user types another password the second time
    When the user chooses a fresh password
    Then the new password is refused

  Scenario: At a change of a known password the second one differs
    Given a user, enabled or not
    And the user types another password the second time
    When the user changes the known password
    Then the change is refused

  Scenario: Where a password that was given out is replaced the second one differs
    Given a user, enabled or not
    And the user's password was given out by an administrator
    And the user types another password the second time
    When the user signs in and chooses a new password
    Then that password is not taken for a new one

  Scenario: At an administrator's reset the second one differs
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the user types another password the second time
    When the user chooses a fresh password
    Then the new password is refused
