@requirement:REG-12
Feature: Who deletes a method is asked again only when the reconfirmation is due

  Background:
    Given a deleted method is asked for again only with the reconfirmation
    And a user whom the policy enables

  Scenario: The next sign-in does not ask
    Given the user has registered an email address among what a reset needs
    When the user deletes the email address
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock
  Scenario: The sign-in after the declared number of days does
    Given the user has registered an email address among what a reset needs
    When the user deletes the email address
    And the reconfirmation is an hour overdue
    And the user signs in
    Then the user is asked to confirm the security info
