@requirement:RST-15
Feature: Failures by different methods count together

  Scenario: The user fails by a mailed code and by the authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the user can prove it by a mailed code as well
    And the user mistypes every code
    When the user tries to verify 4 times by a mailed code
    And the user tries to verify 4 times by a code of the authenticator app
    Then the user is blocked
