@requirement:ADM-05
Feature: Switched off for administrators, password reset serves none of them

  @needs:policy @needs:clock
  Scenario: An administrator is turned away
    Given an administrator who has registered what a reset needs
    When password reset is switched off for administrators
    And the administrator asks for a password reset
    Then the administrator is turned away

  @needs:policy @needs:clock
  Scenario: So is one whom the users' policy enables
    Given a user whom the policy enables
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When password reset is switched off for administrators
    And the administrator asks for a password reset
    Then the administrator is turned away

  Scenario: Where the policy shuts administrators out, one is turned away
    Given the policy shuts administrators out
    And an administrator who has registered what a reset needs
    When the administrator asks for a password reset
    Then the administrator is turned away

  @needs:policy @needs:clock
  Scenario: A user is not concerned
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user could reset the password until now
    When password reset is switched off for administrators
    And the user asks for a password reset
    Then the user is asked to verify

  @needs:policy @needs:clock
  Scenario: Switched off through Graph, an administrator is turned away
    Given an administrator who has registered what a reset needs
    When password reset is switched off for administrators through Graph
    And the administrator asks for a password reset
    Then the administrator is turned away

  @needs:policy @needs:clock
  Scenario: So is a Global Administrator
    Given a user with the role Global Administrator who has registered what a reset needs
    When password reset is switched off for administrators
    And the administrator asks for a password reset
    Then the administrator is turned away
