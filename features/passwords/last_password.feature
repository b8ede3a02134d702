@requirement:PWD-05
Feature: A reset may choose the last password again

  Scenario: A password of the last password is accepted
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of the last password
    Then the new password is accepted

  Scenario: So is the one before it
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user chooses a password of the password before the last
    Then the new password is accepted

  Scenario: So is an administrator's
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator chooses a password of the last password
    Then the new password is accepted
