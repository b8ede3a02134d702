@requirement:PWD-04
Feature: A change does not take the last password again

  Scenario: The user keeps the password that has to be changed
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in and keeps the password
    Then the same password is not taken for a new one
