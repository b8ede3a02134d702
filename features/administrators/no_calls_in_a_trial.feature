@requirement:ADM-09
Feature: Administrators of trial and free tenants are offered no calls

  @needs:licences
  Scenario Outline: A <role> of a tenant <kind> is offered none
    Given calls still reach a <role>
    And a user in no group
    And the user holds the role <role>
    And the user has registered an email address and both telephones
    And <licences>
    When the administrator asks for a password reset
    Then no call is offered

    Examples:
      | role                 | kind             | licences                                    |
      | User Administrator   | on trial         | the tenant's licences are those of a trial  |
      | User Administrator   | without licences | the tenant has no licences                  |
      | Global Administrator | on trial         | the tenant's licences are those of a trial  |
      | Global Administrator | without licences | the tenant has no licences                  |

  Scenario Outline: A <role> of a tenant with licences is offered one
    Given calls still reach a <role>
    And a user in no group
    And the user holds the role <role>
    And the user has registered an email address and both telephones
    When the administrator asks for a password reset
    Then a call is offered

    Examples:
      | role                 |
      | User Administrator   |
      | Global Administrator |
