@requirement:REG-15
Feature: Another method than the proposed one can be chosen

  Scenario: The user prefers an email address
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then another method than the proposed one could be chosen
