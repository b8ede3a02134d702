@requirement:RST-25 @promises:delivery
Feature: A verification step can be passed by a mailed code

  Scenario: The user proves the identity by a mailed code
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password by this proof
    Then this proof was accepted

  @needs:policy
  Scenario: So it can after a while in which email was forbidden
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And for a while email was forbidden
    When the user asks for a password reset
    Then the user is let in as before
    And the reset offers a mailed code
