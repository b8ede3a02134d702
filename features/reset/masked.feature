@requirement:RST-20
Feature: Addresses and telephone numbers are shown masked

  Scenario: Whoever asks for a reset learns no address
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then addresses and phone numbers are masked
