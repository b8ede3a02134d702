@requirement:RST-06
Feature: A wrong answer to the picture does not pass

  Scenario: The user reads the picture wrongly
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user gives a wrong answer to the picture
    Then the picture has to be read again

  Scenario: Nor does none
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user gives no answer to the picture
    Then the picture has to be read again

  Scenario: Nor does a second wrong one
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user gives wrong answers to two pictures
    Then the picture has to be read again
