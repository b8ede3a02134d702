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

  @needs:text
  Scenario: The number is wanted with the code of its country
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user types the phone number without its country
    When the user tries to be texted
    Then the verification is refused

  @needs:call
  Scenario Outline: Another number is not called on <phone>
    Given a user whom the policy enables
    And the user can prove the identity by <phone>
    And the user types another phone number than the registered one
    When the user resets the password by this proof
    Then the verification is refused

    Examples:
      | phone                      |
      | a call to the mobile phone |
      | a call to the office phone |

  @needs:text
  Scenario: Another number does not serve an administrator
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a texted code
    And the user types another phone number than the registered one
    When the user tries to be texted
    Then the verification is refused
