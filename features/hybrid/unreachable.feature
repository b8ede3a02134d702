@requirement:HYB-03
Feature: While the on-premises directory cannot be reached, its users are turned away

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user has registered what a reset needs

  @needs:on-premises
  Scenario Outline: A <kind> user is turned away
    Given the user is <kind> with the on-premises directory
    When the on-premises directory cannot be reached
    And the user asks for a password reset
    Then the user is turned away with SSPR_0030

    Examples:
      | kind         |
      | synchronised |
      | federated    |

  @needs:on-premises
  Scenario: Once the directory can be reached again, the user is let in
    Given the user is synchronised with the on-premises directory
    And the on-premises directory cannot be reached
    When the on-premises directory can be reached again
    And the user asks for a password reset
    Then the user is let in

  @needs:on-premises
  Scenario: An administrator is turned away as well
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And the user is synchronised with the on-premises directory
    When the on-premises directory cannot be reached
    And the user asks for a password reset
    Then the user is turned away with SSPR_0030
