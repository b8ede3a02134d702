@requirement:AUD-17
Feature: Rows reach the audit log within an hour

  @needs:clock
  Scenario: An hour after a reset its row can be read
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And an hour passes
    Then the audit log now tells of the completed reset
