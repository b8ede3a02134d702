@requirement:ADM-06
Feature: Every role on Microsoft's list follows the administrators' policy

  @needs:policy
  Scenario Outline: The role <role> can reset while users cannot
    Given a user with the role <role> who has registered what a reset needs
    When password reset is set to None
    And the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says

    Examples:
      | role                                |
      | Global Administrator                |
      | Privileged Authentication Administrator |
      | Helpdesk Administrator              |
      | Exchange Administrator              |
      | Billing Administrator               |
      | Application Administrator           |

  @needs:policy
  Scenario Outline: The role <role> takes two steps where users take one
    Given a user with the role <role> who has registered what a reset needs
    When one method is enough for users
    And the administrator resets the password
    Then the administrator passed two verification steps

    Examples:
      | role                      |
      | Global Administrator      |
      | Helpdesk Administrator    |
      | Application Administrator |

  @needs:policy
  Scenario: The registration report counts the holders of all of them as enabled while no user is
    Given a holder of each role on the list
    When password reset is set to None
    Then the registration report calls the holders enabled as the policy for administrators says

  @needs:policy
  Scenario: So can who holds another role beside it
    Given a user with the role Helpdesk Administrator who has registered what a reset needs
    And the user holds the role Directory Readers
    When password reset is set to None
    And the administrator asks for a password reset
    Then the administrator is treated as the policy for administrators says
