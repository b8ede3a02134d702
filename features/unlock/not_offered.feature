@requirement:UNL-02
Feature: Unlocking alone is not offered where the policy does not allow it

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then unlocking alone was not offered

  @needs:policy @needs:on-premises
  Scenario: It is no longer allowed, and a synchronised user resets the password
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When unlocking without a reset is no longer allowed
    And the user resets the password
    Then unlocking alone was not offered any more
