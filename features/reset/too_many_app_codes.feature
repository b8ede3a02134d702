@requirement:RST-49
Feature: No more than five codes of the authenticator app are taken within an hour

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app

  Scenario: The user begins a reset again and again
    When the user proves the identity 6 times and goes no further
    Then the user is blocked

  Scenario: The user does so less often
    When the user proves the identity 4 times and goes no further
    Then the user is let in

  @needs:clock
  Scenario: Codes of more than an hour ago do not count
    When the user proves the identity 4 times and goes no further
    And the user comes back after 2 hours
    And the user proves the identity 4 times and goes no further
    Then the user is let in

  Scenario: An administrator begins a reset again and again
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator can prove the identity by a code of the authenticator app
    When the user proves the identity 6 times and goes no further
    Then the user is blocked
