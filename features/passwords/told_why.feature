@requirement:PWD-27
Feature: Whoever chooses too common a password reads why it is refused

  Scenario: At a reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of two very common words
    Then the page says that it is too easy to guess

  Scenario: At a change
    Given a user whom the policy enables
    When the user changes the known password to one of two very common words
    Then the page says of the change that it is too easy to guess

  Scenario: At the sign-in, where another one has to be chosen
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in and chooses a password of two very common words
    Then the sign-in says that it is too easy to guess
