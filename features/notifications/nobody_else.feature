@requirement:NOT-03
Feature: A user's reset is told to nobody else

  @tutorial
  Scenario: A colleague and an administrator hear nothing
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And a colleague of the user
    And a Global Administrator
    When the user resets the password
    Then no mail reaches the colleague
    And no mail reaches the Global Administrator

  Scenario: A User Administrator hears nothing
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And a colleague of the user
    And the colleague holds the role User Administrator
    When the user resets the password
    Then no mail reaches the colleague

  Scenario: None of the administrators hears anything, whatever the role
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And a holder of each role on the list
    When the user resets the password
    Then no mail reaches any of the holders

  Scenario: The former address hears nothing once it has been changed
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user changes the email address
    And the user resets the password
    Then no mail that tells of the reset reaches the former address

  Scenario: Who was an administrator until now is a user like others
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And a Global Administrator
    And the user is no longer a User Administrator
    When the user resets the password
    Then no mail reaches the Global Administrator

  Scenario: Nor does an address once it has been deleted
    Given a user whom the policy enables
    And the user has registered an email address
    And the user has registered what a reset needs without an email address
    When the user deletes the email address
    And the user resets the password
    Then no mail that tells of the reset reaches the deleted address

  @needs:guests
  Scenario: No administrator hears of a guest's reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    And a Global Administrator
    When the user resets the password
    Then no mail reaches the Global Administrator

  @needs:on-premises
  Scenario: Nor of a synchronised user's
    Given writeback is on
    And a user whom the policy enables
    And the user has registered what a reset needs
    And the user is synchronised with the on-premises directory
    And a Global Administrator
    When the user resets the password
    Then no mail reaches the Global Administrator
