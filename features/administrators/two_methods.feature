@requirement:ADM-02
Feature: Administrators always prove who they are by two methods

  Scenario: An administrator passes two steps
    Given an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the administrator passed two verification steps
    And no method served twice

  @needs:policy
  Scenario: One method for users leaves it at two for administrators
    Given an administrator who has registered what a reset needs
    When one method is enough for users
    And the administrator resets the password
    Then the administrator passed two verification steps

  @needs:policy
  Scenario: So does it for one whom the users' policy enables
    Given a user whom the policy enables
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When one method is enough for users
    And the administrator resets the password
    Then the administrator passed two verification steps

  Scenario: An administrator with one method is turned away
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the user has registered an email address
    When the administrator asks for a password reset
    Then the administrator is turned away for having too few methods
