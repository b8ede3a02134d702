@requirement:PWD-08
Feature: A password that many people use is refused

  Scenario: A password of two very common words is refused
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of two very common words
    Then the new password is refused

  Scenario: Whoever changes a password is held to it as well
    Given a user whom the policy enables
    When the user changes the known password to one of two very common words
    Then the change is refused

  Scenario: So is who has to choose another one at the sign-in
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in and chooses a password of two very common words
    Then that password is not taken for a new one

  Scenario: So is an administrator's
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator chooses a password of two very common words
    Then the new password is refused

  @needs:guests
  Scenario: So is a guest's
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user chooses a password of two very common words
    Then the new password is refused
