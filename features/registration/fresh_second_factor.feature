@requirement:REG-24
Feature: Security info opens to a second factor of the last ten minutes only

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app

  @needs:clock
  Scenario: The user comes back too late
    When the user opens the security info and comes back after 10 minutes
    Then the second factor has to be shown again

  @needs:clock
  Scenario: The user comes back in time
    When the user opens the security info and comes back after 9 minutes
    Then the second factor need not be shown again

  @needs:clock
  Scenario: The user has the page open for too long and deletes from it
    Given the user deletes after 11 minutes
    When the user tries to delete the authenticator app
    Then the directory still knows the authenticator app

  @needs:clock
  Scenario: An administrator comes back too late
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    When the user opens the security info and comes back after 10 minutes
    Then the second factor has to be shown again
