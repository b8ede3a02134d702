@requirement:RST-03
Feature: A reset takes as many verification steps as the policy asks, each a different one

  @tutorial
  Scenario: The user passes the steps
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the user passed as many verification steps as the policy asks
    And no method served twice

  @needs:text
  Scenario: A text and a call are one method
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user resets the password by this proof
    Then no method served twice

  Scenario: A further reset takes as many
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user resets the password
    Then the user passed as many verification steps as the policy asks

  @needs:on-premises
  Scenario: So does the reset of a synchronised user
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then the user passed as many verification steps as the policy asks

  @needs:guests
  Scenario: So does the reset of a guest
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user resets the password
    Then the user passed as many verification steps as the policy asks

  Scenario: So does the reset of a member of a nested group
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    When the user resets the password
    Then the user passed as many verification steps as the policy asks
