@requirement:REG-11
Feature: With 0 days declared nobody is asked to confirm

  Background:
    Given the policy asks nobody to confirm
    And a user whom the policy enables

  Scenario: The next sign-in does not ask
    When the user registers what a reset needs
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock
  Scenario: Neither does a sign-in years later
    Given the user has registered methods that last 800 days
    When 800 days pass
    And the user signs in
    Then the user is not asked to confirm the security info
