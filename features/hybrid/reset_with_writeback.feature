@requirement:HYB-02
Feature: With writeback users reset a password that is managed on-premises

  @needs:on-premises
  Scenario Outline: A <kind> user is asked to verify and resets the password
    Given a user whom the policy enables
    And writeback is on
    And the user is <kind> with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then the page says that the password has been reset

    Examples:
      | kind         |
      | synchronised |
      | federated    |

  @needs:on-premises
  Scenario: A synchronised user signs in with the new password
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    And the user signs in with the new password
    Then the user is signed in

  @needs:on-premises @needs:policy
  Scenario: So does a user after a while in which nothing was written back
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And for a while nothing was written back
    When the user resets the password
    Then the page says that the password has been reset
