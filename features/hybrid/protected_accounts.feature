@requirement:HYB-09
Feature: Administrators of the on-premises directory cannot reset here

  Their accounts are protected: they change their passwords on-premises.

  @needs:on-premises
  Scenario: A protected account keeps its password
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the on-premises directory protects the account as an administrator's
    When the user resets the password
    Then the reset is not completed

  @needs:on-premises
  Scenario: The password stays as it was
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the on-premises directory protects the account and the user resets the password
    And the user signs in
    Then the user is signed in
