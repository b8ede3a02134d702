@requirement:PWD-21
Feature: A short name is no reason to refuse a password

  Scenario: Ann chooses a password with Ann in it
    Given a user called Ann whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of the user's short name and more
    Then the new password is accepted
