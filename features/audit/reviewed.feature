@requirement:AUD-20
Feature: A reviewed registration leaves a row in the audit log

  @needs:clock
  Scenario: The user confirms what is registered
    Given a user whom the policy enables
    And the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user looks through the security info and confirms it
    Then the audit log tells that the security info was reviewed
