@requirement:RST-23
Feature: The reset is reached from the sign-in page

  Scenario: The user follows the link for a forgotten password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user comes from the sign-in page and resets the password
    Then the page says that the password has been reset
