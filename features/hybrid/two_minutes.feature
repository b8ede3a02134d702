@requirement:HYB-05
Feature: Two minutes after a reset a federated user signs in with the new password

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user is federated with the on-premises directory
    And the user has registered what a reset needs

  @needs:on-premises @needs:clock
  Scenario: The new password has been synchronised
    When the user resets the password
    And 120 seconds pass
    And the user signs in with the new password
    Then the user is signed in

  @needs:on-premises @needs:clock
  Scenario: The old password is worth nothing any more
    When the user resets the password
    And 120 seconds pass
    And the user signs in with the old password
    Then the sign-in is refused
