@requirement:PWD-20
Feature: A password that an administrator gave out has to be changed

  Scenario: The user signs in with it for the first time
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in
    Then the user had to choose a new password

  Scenario: The new password signs the user in
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When the user signs in and chooses a new password
    Then the user is signed in

  @needs:clock
  Scenario: It signs in however late the user comes
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When 30 days pass
    And the user signs in
    Then the user had to choose a new password

  Scenario: So does an administrator
    Given a user in no group
    And the user holds the role User Administrator
    And the user's password was given out by an administrator
    When the user signs in
    Then the user had to choose a new password
