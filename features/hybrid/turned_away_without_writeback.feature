@requirement:HYB-01
Feature: Without writeback nobody resets a password that is managed on-premises

  @needs:on-premises
  Scenario Outline: A <kind> user is turned away where the policy has writeback off
    Given a user whom the policy enables
    And writeback is off
    And the user is <kind> with the on-premises directory
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0010

    Examples:
      | kind         |
      | synchronised |
      | federated    |

  @needs:on-premises @needs:policy
  Scenario: A synchronised user is turned away from the moment when writeback is switched off
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When writeback is switched off
    And the user asks for a password reset
    Then the user is turned away with SSPR_0010

  @needs:on-premises
  Scenario: So is an administrator
    Given the policy lets administrators reset their passwords
    And writeback is off
    And an administrator who has registered what a reset needs
    And the user is synchronised with the on-premises directory
    When the administrator asks for a password reset
    Then the administrator is turned away for want of writeback
