@requirement:RST-37
Feature: Security questions no longer serve

  Scenario: Nobody can register them or be asked them
    Given a user whom the policy enables
    When the user registers security questions
    Then the security questions were not offered
    When the user asks for a password reset
    Then the reset does not offer answers to security questions
