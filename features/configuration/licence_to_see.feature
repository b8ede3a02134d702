@requirement:CFG-02
Feature: An administrator without a licence does not see Password reset in the admin center

  @needs:licences
  Scenario: The administrator has no licence
    Given the tenant has no licences
    And an account with the role Global Administrator
    When this account opens Password reset in the admin center
    Then the account does not see the pages of Password reset

  Scenario: The administrator has a licence
    Given an account with the role Global Administrator
    When this account opens Password reset in the admin center
    Then the account sees the pages of Password reset
