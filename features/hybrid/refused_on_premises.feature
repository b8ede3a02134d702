@requirement:HYB-04
Feature: Where the on-premises directory refuses, nothing is reset

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user has registered what a reset needs
    And the on-premises directory refuses what is written back

  @needs:on-premises
  Scenario Outline: A <kind> user is turned away at the end
    Given the user is <kind> with the on-premises directory
    When the user resets the password
    Then the user is turned away with SSPR_0029

    Examples:
      | kind         |
      | synchronised |
      | federated    |

  @needs:on-premises
  Scenario: The password stays as it was
    Given the user is synchronised with the on-premises directory
    When the user resets the password
    And the user signs in
    Then the user is signed in

  @needs:on-premises
  Scenario: An administrator is turned away as well
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And the user is synchronised with the on-premises directory
    When the user resets the password
    Then the user is turned away with SSPR_0029
