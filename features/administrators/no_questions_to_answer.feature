@requirement:ADM-04
Feature: Administrators are asked no security questions

  Scenario: A user who answered them before becoming an administrator is not asked them
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the administrator asks for a password reset
    Then no security questions are offered

  Scenario: A user is asked them
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user asks for a password reset
    Then security questions are offered
