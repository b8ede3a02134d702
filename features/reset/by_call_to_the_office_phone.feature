@requirement:RST-32 @promises:delivery
Feature: A verification step can be passed by a call to the office phone

  @needs:call
  Scenario: The user proves the identity by a call to the office phone
    Given a user whom the policy enables
    And the user can prove the identity by a call to the office phone
    When the user resets the password by this proof
    Then this proof was accepted

  @needs:call
  Scenario: Another key than # confirms nothing
    Given a user whom the policy enables
    And the user can prove the identity by a call to the office phone
    And the user presses 5 on a call
    When the user resets the password by this proof
    Then the verification is refused
