@requirement:ADM-13
Feature: Who loses the administrator's role follows the users' policy again

  Scenario: Outside the enabled group a former administrator is turned away
    Given a user outside the enabled group
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the user loses the role User Administrator
    And the user asks for a password reset
    Then the user is turned away

  @needs:policy
  Scenario: A former administrator takes one step where users take one
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user holds the role User Administrator
    And the user has lost the role User Administrator
    When one method is enough for users
    And the user resets the password
    Then the user passed one verification step

  @needs:policy
  Scenario: Who loses one of two such roles is still an administrator
    Given a user with the role User Administrator who has registered what a reset needs
    And the user holds the role Helpdesk Administrator
    When the user loses the role User Administrator
    And password reset is set to None
    And the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says
