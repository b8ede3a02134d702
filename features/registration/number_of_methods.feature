@requirement:REG-13
Feature: The wizard asks for as many methods as a reset needs

  Scenario: The user follows the wizard
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the wizard let go after as many methods as a reset needs
