@requirement:RST-26 @promises:delivery
Feature: A verification step can be passed by a texted code

  @needs:text
  Scenario: The user proves the identity by a texted code
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user resets the password by this proof
    Then this proof was accepted
