@requirement:RST-14
Feature: A telephone number has to be the registered one

  @needs:text
  Scenario: Nothing is sent to another number
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user types another phone number than the registered one
    When the user tries to be texted
    Then the verification is refused
    And no text reaches that number
