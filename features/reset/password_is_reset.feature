@requirement:RST-01 @tutorial
Feature: A registered user resets a forgotten password

  The whole journey of the tutorial: register in one private window, reset in another.

  Scenario: A user registers on the page and then resets the password
    Given a user whom the policy enables
    When the user registers what a reset needs
    And the user resets the password
    Then the reset ends with the page that says so
