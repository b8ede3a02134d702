@requirement:ADM-01
Feature: Set to None, password reset still serves administrators

  Administrators follow a policy of their own, which the setting for users does not touch.

  @tutorial @needs:policy
  Scenario: An administrator is asked to verify while users are turned away
    Given an administrator who has registered what a reset needs
    When password reset is set to None
    And the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says

  Scenario: An administrator outside the enabled group is asked to verify
    Given a user outside the enabled group
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says

  @needs:policy
  Scenario: So is who loses the role and is given it again
    Given a user with the role User Administrator who has registered what a reset needs
    And the user has lost the role User Administrator
    And the user holds the role User Administrator
    When password reset is set to None
    And the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says
