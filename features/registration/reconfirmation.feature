@requirement:REG-10
Feature: What is registered has to be confirmed after the declared number of days

  Background:
    Given a user whom the policy enables
    And the user has registered methods that last

  @needs:clock
  Scenario: Not before the days have passed
    When the reconfirmation falls due in 1 days
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock
  Scenario: Once they have passed
    When the reconfirmation is an hour overdue
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock
  Scenario: Whoever has confirmed is not asked again
    When the reconfirmation is an hour overdue
    And the user comes to the registration pages again
    And the user signs in
    Then the user is not asked to confirm the security info
