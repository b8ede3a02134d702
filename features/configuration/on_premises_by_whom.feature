@requirement:CFG-20
Feature: On-premises integration is changed by a Hybrid Identity Administrator

  Background:
    Given the tenant is synchronised with an on-premises directory

  @needs:policy @needs:on-premises
  Scenario Outline: A Hybrid Identity Administrator turns <setting>
    Given an account with the role Hybrid Identity Administrator
    When this account turns <setting> in the admin center
    Then the admin center saves it

    Examples:
      | setting                   |
      | writeback                 |
      | unlocking without a reset |

  @needs:policy @needs:on-premises
  Scenario: An Authentication Policy Administrator cannot
    Given an account with the role Authentication Policy Administrator
    When this account turns writeback in the admin center
    Then the account has changed nothing

  @needs:policy @needs:on-premises
  Scenario: Nor can a Hybrid Identity Administrator change another page
    Given an account with the role Hybrid Identity Administrator
    When this account turns the mail that tells users in the admin center
    Then the account has changed nothing

  @needs:policy @needs:on-premises
  Scenario: What is saved there holds
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And an account with the role Hybrid Identity Administrator
    When this account turns writeback in the admin center
    And the user asks for a password reset
    Then the user is served or turned away as writeback was saved

  @needs:policy @needs:on-premises
  Scenario: So does what is saved of unlocking without a reset
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When an administrator turns unlocking without a reset in the admin center
    And the user asks for a password reset
    Then the user is asked whether to unlock alone or not as was saved
