@requirement:NOT-02 @tutorial
Feature: A reset is told to the user at the alternate address too

  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password
    Then the mail that tells of the reset also reaches the alternate address
