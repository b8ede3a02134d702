@requirement:REG-37
Feature: Where nobody is asked to register, nobody is asked to confirm

  That confirmation is asked for where sign-in does ask is a promise of its own.

  @needs:clock @needs:policy
  Scenario: Sign-in no longer asks, and the days until confirmation pass
    Given a user whom the policy enables
    And the user has registered methods that last 46 days
    When sign-in asks nobody to register and the days until confirmation are 45
    And 46 days pass
    And the user signs in
    Then the user is not asked to confirm the security info
