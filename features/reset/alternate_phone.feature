@requirement:RST-40
Feature: An alternate phone number does not serve

  @needs:text
  Scenario: Nothing is sent to the alternate number
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user has an alternate phone number and types it
    When the user tries to be texted
    Then the verification is refused
    And no text reaches that number
