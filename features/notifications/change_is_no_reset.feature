@requirement:NOT-12
Feature: Changing a known password is not told as a reset

  Scenario: The user changes the password
    Given a user whom the policy enables
    And the user has registered an email address
    When the user changes the known password
    Then no mail tells the user of a reset
