@requirement:RST-10
Feature: Contact data that was never registered does not serve

  Scenario: A user whose data the directory merely holds is turned away
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the user is turned away

  Scenario: Nor does such data make up for a method that is missing
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the user is turned away

  Scenario: Nor does it serve an administrator
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the directory holds contact data that the user never registered
    When the administrator asks for a password reset
    Then the user is turned away

  @needs:on-premises
  Scenario: Nor does it serve a user whose password is managed on-premises
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the user is turned away
