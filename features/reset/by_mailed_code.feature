@requirement:RST-25 @promises:delivery
Feature: A verification step can be passed by a mailed code

  Scenario: The user proves the identity by a mailed code
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password by this proof
    Then this proof was accepted
