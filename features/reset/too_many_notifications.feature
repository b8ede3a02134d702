@requirement:RST-48
Feature: No more than five notifications are sent within an hour

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app

  @needs:push
  Scenario: The user asks for more
    When the user asks 6 times for this proof
    Then the user is blocked

  @needs:push
  Scenario: The user asks for fewer
    When the user asks 4 times for this proof
    Then the user is let in

  @needs:push @needs:clock
  Scenario: Notifications of more than an hour ago do not count
    When the user asks 4 times for this proof
    And the user comes back after 2 hours
    And the user asks 4 times for this proof
    Then the user is let in

  @needs:push
  Scenario: An administrator asks for more
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator can prove the identity by a notification of the authenticator app
    When the user asks 6 times for this proof
    Then the user is blocked
