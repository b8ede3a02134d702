@requirement:RST-13
Feature: A wrong code does not pass

  Scenario: The user mistypes the code
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user resets the password
    Then the verification is refused

  @needs:text
  Scenario: The user mistypes a texted code
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user mistypes every code
    When the user resets the password by this proof
    Then the verification is refused

  Scenario: The user mistypes a code of the authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the user mistypes every code
    When the user resets the password by this proof
    Then the verification is refused
