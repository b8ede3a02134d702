@requirement:AUD-10
Feature: The registration report tells who has registered enough

  Scenario: A user with enough methods is called registered
    Given a user whom the policy enables
    And the user has registered what a reset needs
    Then the registration report calls the user registered

  Scenario: A user with too few is not
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    Then the registration report calls the user not registered

  Scenario: Whoever deletes a method and has too few left is registered no longer
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user deletes the email address
    Then the registration report calls the user not registered

  Scenario: An administrator with one method is not where administrators need two
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the user has registered an email address
    Then the registration report calls the administrator not registered

  Scenario: Whose contact data the directory merely holds is not
    Given only what is registered serves
    And a user whom the policy enables
    And the directory holds contact data that the user never registered
    Then the registration report calls the user not registered

  @needs:policy
  Scenario: Once one method is enough, whoever has one is registered
    Given a user whom the policy enables
    And the user has registered one method
    When one method is enough for users
    Then the registration report calls the user registered

  @needs:on-premises
  Scenario: A synchronised user with enough methods is called registered as well
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    Then the registration report calls the user registered

  @needs:guests
  Scenario: So is a guest
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    Then the registration report calls the user registered
