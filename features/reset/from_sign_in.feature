@requirement:RST-23
Feature: The reset is reached from the sign-in page and leads back to it

  Scenario: The user follows the link for a forgotten password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user comes from the sign-in page and resets the password
    Then the page says that the password has been reset
    And that page leads back to the sign-in

  Scenario: The user follows the link for an account that cannot be accessed
    Given a user whom the policy enables
    When the user comes by the link for who cannot sign in
    Then this link brings the user to the reset

  Scenario: The user opens its short address
    Given a user whom the policy enables
    When the user opens the short address aka.ms/sspr
    Then the short address leads to the reset
