@requirement:ENA-08
Feature: The Free tier changes passwords and resets none

  @needs:licences
  Scenario: Without licences a user cannot reset a forgotten password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the tenant has no licences
    When the user asks for a password reset
    Then the user is not asked to verify

  @needs:licences @requirement:PWD-13
  Scenario: Without licences a user changes a known password
    Given a user whom the policy enables
    And the tenant has no licences
    When the user changes the known password
    And the user signs in
    Then the password was changed
    And the user is signed in

  @needs:licences
  Scenario: Once licences are bought again users reset as before
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user could reset the password until now
    And the tenant has no licences
    When licences are bought again
    And the user asks for a password reset
    Then the user is let in as before
