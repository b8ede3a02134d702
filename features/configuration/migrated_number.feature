@requirement:CFG-07
Feature: The number of required methods stays in force when migration is complete

  Scenario: The user passes as many steps as the password reset policy asks
    Given the migration is complete
    And a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then the user passed as many verification steps as the policy asks

  @needs:policy
  Scenario: A changed number is followed
    Given the migration is complete
    And a user whom the policy enables
    And the user has registered what a reset needs
    When one method is enough for users
    And the user resets the password
    Then the user passed one verification step
