@requirement:ADM-03
Feature: In a tenant without a domain of its own one method is enough for an administrator

  @needs:domains
  Scenario: The administrator passes one step
    Given an administrator who has registered what a reset needs
    And the tenant is not synchronised
    And the tenant has no domain of its own
    When the administrator resets the password
    Then the administrator passed one verification step

  @needs:domains @needs:on-premises
  Scenario: Where the tenant is synchronised it takes two
    Given an administrator who has registered what a reset needs
    And the tenant is synchronised with an on-premises directory
    And the tenant has no domain of its own
    When the administrator resets the password
    Then the administrator passed two verification steps

  @needs:domains @needs:licences
  Scenario: While a trial is not yet thirty days old one step is enough
    Given an administrator who has registered what a reset needs
    And the tenant is not synchronised
    And the tenant has no domain of its own
    And the tenant's trial began 29 days ago
    When the administrator resets the password
    Then the administrator passed one verification step

  @needs:domains @needs:licences
  Scenario: Where a trial began thirty days ago it takes two
    Given an administrator who has registered what a reset needs
    And the tenant has no domain of its own
    And the tenant's licences are those of a trial
    When the administrator resets the password
    Then the administrator passed two verification steps without a domain
