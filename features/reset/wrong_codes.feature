@requirement:RST-13
Feature: A wrong code does not pass

  Scenario: The user mistypes the code
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user resets the password
    Then the verification is refused
