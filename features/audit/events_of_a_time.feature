@requirement:AUD-27
Feature: The registration and reset events are those of the time that is chosen

  Background:
    Given a user whom the policy enables
    And the user has registered what a reset needs

  @needs:clock
  Scenario: At first they are those of the last 24 hours
    When the user resets the password
    And 49 hours pass
    And an administrator reads the registration and reset events
    Then the events tell of no reset by the user

  @needs:clock
  Scenario: Chosen, they are those of the last 7 days
    When the user resets the password
    And 49 hours pass
    And an administrator reads the registration and reset events of 7 days
    Then the events tell of the reset by the user

  @needs:clock
  Scenario: Those of the last 7 days are no older
    When the user resets the password
    And 193 hours pass
    And an administrator reads the registration and reset events of 7 days
    Then the events tell of no reset by the user

  @needs:clock
  Scenario: Chosen, they are those of the last 30 days
    When the user resets the password
    And 193 hours pass
    And an administrator reads the registration and reset events of 30 days
    Then the events tell of the reset by the user
