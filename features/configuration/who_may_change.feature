@requirement:CFG-01
Feature: Only certain roles can change the password reset policy

  @needs:policy
  Scenario Outline: <role> changes a setting
    Given an account with the role <role>
    When this account turns the mail that tells users
    Then the account has changed the policy

    Examples:
      | role                                |
      | Authentication Policy Administrator |
      | Global Administrator                |

  @needs:policy
  Scenario Outline: <role> cannot change it
    Given an account with the role <role>
    When this account turns the mail that tells users
    Then the account has changed nothing

    Examples:
      | role                   |
      | Global Reader          |
      | User Administrator     |
      | Password Administrator |
      | Helpdesk Administrator |
      | Authentication Administrator |
