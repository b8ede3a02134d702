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

  Scenario: The user mistypes the code again and again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 3 times
    Then the verification is refused

  Scenario: The user mistypes the code of the second step
    Given the policy asks 2 verification steps
    And a user whom the policy enables
    And the user has registered two methods that take codes
    When the user mistypes the code of the second step
    Then the second step is refused

  Scenario: The user types a code that was mailed to somebody else
    Given the policy allows codes by mail
    And a user whom the policy enables
    And the user has registered what a reset needs
    And another user who has registered what a reset needs
    And the other user has just been mailed a code
    When the user types the code of the other user
    Then the verification is refused

  Scenario: An administrator mistypes the code
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the administrator mistypes every code
    When the administrator resets the password
    Then the verification is refused

  @needs:on-premises
  Scenario: A synchronised user mistypes the code
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user resets the password
    Then the verification is refused

  @needs:guests
  Scenario: A guest mistypes the code
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    And the user mistypes every code
    When the user resets the password
    Then the verification is refused
