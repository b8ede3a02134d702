@requirement:AUD-17
Feature: Rows reach the audit log within an hour

  @needs:clock
  Scenario: An hour after a reset its row can be read
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And an hour passes
    Then the audit log now tells of the completed reset

  @needs:clock
  Scenario: An hour after a registration its row can be read
    Given a user whom the policy enables
    When the user registers what a reset needs
    And an hour passes
    Then the audit log now tells of the registration

  @needs:clock
  Scenario: An hour after a user was turned away the failure can be read
    Given a user whom the policy enables
    When the user asks for a password reset
    And an hour passes
    Then the audit log now tells that the user was turned away

  @needs:clock
  Scenario: An hour after a block its row can be read
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    And an hour passes
    Then the audit log now tells of the block

  @needs:clock @needs:policy
  Scenario: An hour after a setting was changed its row can be read
    When an administrator changes the days until confirmation
    And an hour passes
    Then the audit log now tells of the change
