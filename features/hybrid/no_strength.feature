@requirement:HYB-06
Feature: With writeback the strength of a new password is not shown

  @needs:on-premises
  Scenario Outline: A <kind> user chooses a new password
    Given a user whom the policy enables
    And writeback is on
    And the user is <kind> with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then no strength of the new password is shown

    Examples:
      | kind         |
      | synchronised |
      | federated    |
