@requirement:HYB-16
Feature: A known password that is managed on-premises is changed by writeback alone

  @needs:on-premises
  Scenario: With writeback a synchronised user changes the password
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    When the user changes the known password
    And the user signs in
    Then the password was changed
    And the user is signed in

  @needs:on-premises
  Scenario: So does a federated user
    Given a user whom the policy enables
    And writeback is on
    And the user is federated with the on-premises directory
    When the user changes the known password
    Then the password was changed

  @needs:on-premises
  Scenario Outline: Where the policy has writeback off, the page takes no new password of a <kind> user
    Given a user whom the policy enables
    And writeback is off
    And the user is <kind> with the on-premises directory
    When the user changes the known password
    Then the change is refused

    Examples:
      | kind         |
      | synchronised |
      | federated    |

  @needs:on-premises
  Scenario: There the password signs in as before
    Given a user whom the policy enables
    And writeback is off
    And the user is synchronised with the on-premises directory
    When the user changes the known password
    And the user signs in after the change was refused
    Then the user is signed in

  @needs:on-premises @needs:policy
  Scenario: From the moment when writeback is switched off the page takes no new password
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    When writeback is switched off
    And the user changes the known password
    Then the change is refused

  @needs:on-premises
  Scenario Outline: While the on-premises directory <fails>, the page takes no new password
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the on-premises directory <fails>
    When the user changes the known password
    Then the change is refused

    Examples:
      | fails                        |
      | cannot be reached            |
      | refuses what is written back |
