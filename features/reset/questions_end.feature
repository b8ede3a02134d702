@requirement:RST-37
Feature: Security questions no longer serve

  Scenario: Nobody can register them or be asked them
    Given a user whom the policy enables
    When the user registers security questions
    Then the security questions were not offered
    When the user asks for a password reset
    Then the reset does not offer answers to security questions

  Scenario: Nor does the security info offer them
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user looks for security questions in the security info
    Then the security questions were not offered
