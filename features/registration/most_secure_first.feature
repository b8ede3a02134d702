@requirement:REG-40
Feature: The wizard proposes the most secure methods first

  Scenario: The user registers what the wizard proposes and is asked for the next
    Given a user whom the policy enables
    When the user registers the most secure method in the wizard at sign-in
    Then the wizard proposed the most secure methods first
