@requirement:ENA-10
Feature: Where licences are missing, the page says so or lets the user through

  Microsoft documents both.

  @needs:licences
  Scenario: The tenant has no licences
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the tenant has no licences
    When the user asks for a password reset
    Then the user is asked to verify or told that licences are missing
