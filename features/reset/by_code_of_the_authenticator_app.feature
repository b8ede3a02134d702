@requirement:RST-30
Feature: A verification step can be passed by a code of the authenticator app

  Scenario: The user proves the identity by a code of the authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user resets the password by this proof
    Then this proof was accepted

  Scenario: The user proves the identity by a code of another app that was set up later
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the user has set up another authenticator app and uses that
    When the user resets the password by this proof
    Then this proof was accepted
