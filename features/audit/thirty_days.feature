@requirement:AUD-18
Feature: Rows stay in the audit log for thirty days

  @needs:clock
  Scenario: Shortly before thirty days are over the row can still be read
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    And thirty days less an hour pass
    Then the audit log still tells of the completed reset

  @needs:clock
  Scenario: So can the row of a registration
    Given a user whom the policy enables
    When the user registers what a reset needs
    And thirty days less an hour pass after the registration
    Then the audit log still tells of the registration

  @needs:clock @needs:policy
  Scenario: So can the row of a changed setting
    When an administrator changes the days until confirmation
    And thirty days less an hour pass after the change
    Then the audit log still tells of the change
