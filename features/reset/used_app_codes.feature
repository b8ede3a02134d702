@requirement:RST-13
Feature: A code of the authenticator app serves once

  Scenario: The user types the same code again
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user resets the password by this proof
    And the user resets the password with the code that served already
    Then the verification is refused

  Scenario: An administrator types the same code again
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a code of the authenticator app
    When the user resets the password by this proof
    And the user resets the password with the code that served already
    Then the verification is refused
