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

  @needs:policy
  Scenario Outline: An Authentication Policy Administrator changes <setting>
    Given an account with the role Authentication Policy Administrator
    When this account chooses otherwise <setting>
    Then the account has changed the policy

    Examples:
      | setting                        |
      | whom password reset serves     |
      | the number of required methods |
      | the request to register        |
      | the helpdesk link              |

  @needs:policy
  Scenario Outline: A Global Reader, who sees every page, cannot change <setting>
    Given an account with the role Global Reader
    When this account chooses otherwise <setting>
    Then the account has changed nothing

    Examples:
      | setting                        |
      | whom password reset serves     |
      | the number of required methods |
      | the request to register        |
      | the helpdesk link              |
