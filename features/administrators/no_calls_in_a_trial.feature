@requirement:ADM-09
Feature: Administrators of trial and free tenants are offered no calls

  @needs:licences
  Scenario Outline: An administrator of a tenant <kind> is offered none
    Given a user in no group
    And the user holds the role User Administrator
    And the user has registered an email address and both telephones
    And <licences>
    When the administrator asks for a password reset
    Then no call is offered

    Examples:
      | kind             | licences                                    |
      | on trial         | the tenant's licences are those of a trial  |
      | without licences | the tenant has no licences                  |

  Scenario: An administrator of a tenant with licences is offered one
    Given a user in no group
    And the user holds the role User Administrator
    And the user has registered an email address and both telephones
    When the administrator asks for a password reset
    Then a call is offered
