@requirement:PWD-04
Feature: A change does not take the last password again

  Scenario: The user keeps the password that has to be changed
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in and keeps the password
    Then that password is not taken for a new one

  Scenario: The user changes the password to the one that it is
    Given a user whom the policy enables
    When the user changes the known password to one of the last password
    Then the change is refused

  Scenario: The one before the last may be taken again
    Given a user whom the policy enables
    When the user changes the known password
    And the user changes the known password to one of the password before the last
    Then the password was changed

  Scenario: An administrator changes the password to the one that it is
    Given a user in no group
    And the user holds the role User Administrator
    When the user changes the known password to one of the last password
    Then the change is refused
