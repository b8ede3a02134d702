@requirement:RST-42
Feature: Users of a trial tenant are offered no calls

  Background:
    Given the policy allows email and the mobile phone
    And a user whom the policy enables
    And the user has registered an email address
    And the user has registered a mobile phone

  @needs:licences
  Scenario: The tenant is on trial
    Given the tenant's licences are those of a trial
    When the user asks for a password reset
    Then no call is offered

  Scenario: The tenant has licences
    When the user asks for a password reset
    Then a call is offered

  @needs:licences
  Scenario: Nor are they called in the office
    Given the policy allows the office phone
    And the user has registered an office phone
    And the tenant's licences are those of a trial
    When the user asks for a password reset
    Then no call is offered
