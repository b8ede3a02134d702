@requirement:NOT-15
Feature: Where administrators are not to be notified, nobody is alerted

  @needs:policy
  Scenario: An administrator resets the own password
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    When administrators are no longer to be notified
    And the administrator resets the password
    Then no mail reaches the Global Administrator

  Scenario: An administrator who is turned away alerts nobody
    Given the policy shuts administrators out
    And an administrator who has registered what a reset needs
    And a Global Administrator
    When the administrator asks for a password reset
    Then no mail reaches the Global Administrator
