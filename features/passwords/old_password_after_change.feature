@requirement:PWD-25
Feature: After a change the old password signs in no more

  Scenario: The user signs in with the old password
    Given a user, enabled or not
    When the user changes the known password
    And the user signs in with the password of before the change
    Then the sign-in is refused

  Scenario: An administrator signs in with the old password
    Given a user in no group
    And the user holds the role User Administrator
    When the user changes the known password
    And the user signs in with the password of before the change
    Then the sign-in is refused
