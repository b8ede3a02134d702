@requirement:HYB-13
Feature: Writeback takes a licence of its own

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user has registered what a reset needs
    And the tenant's licences are those of Business Standard

  @needs:on-premises @needs:licences
  Scenario: A synchronised user is not asked to verify
    Given the user is synchronised with the on-premises directory
    When the user asks for a password reset
    Then the user is not asked to verify

  @needs:licences
  Scenario: A user of the cloud is
    When the user asks for a password reset
    Then the user is let in
