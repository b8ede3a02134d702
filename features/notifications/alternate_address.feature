@requirement:NOT-02
Feature: A reset is told to the user at the alternate address too

  @tutorial
  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password
    Then the mail that tells of the reset also reaches the alternate address

  Scenario: It is told at an address that the directory holds and nobody registered
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    And the user has registered what a reset needs without an email address
    When the user resets the password
    Then the mail that tells of the reset also reaches the alternate address

  Scenario: So is an administrator's own reset
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then the mail that tells of the reset also reaches the alternate address

  Scenario: It is told at each of several such addresses
    Given a user whom the policy enables
    And the directory holds two alternate addresses of the user
    And the user has registered what a reset needs without an email address
    When the user resets the password
    Then the mail that tells of the reset also reaches the second alternate address

  @needs:on-premises
  Scenario: So is the reset of a password that is managed on-premises
    Given writeback is on
    And a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user is synchronised with the on-premises directory
    When the user resets the password
    Then the mail that tells of the reset also reaches the alternate address
