@requirement:REG-33
Feature: A changed address or number serves from then on, and the old one no longer

  Background:
    Given a user whom the policy enables

  Scenario: The user changes the email address
    Given the user can prove the identity by a mailed code
    When the user changes the email address
    And the user resets the password by this proof
    Then the proof by the new one was accepted

  Scenario: The next code goes to the new email address
    Given the user can prove the identity by a mailed code
    When the user changes the email address
    And the user asks for a mailed code
    Then the code reaches the new address and not the former one

  @needs:text
  Scenario: The user changes the phone number
    Given the user can prove the identity by a texted code
    When the user changes the phone number
    And the user resets the password by this proof
    Then the proof by the new one was accepted

  @needs:text
  Scenario: The user types the former phone number
    Given the user can prove the identity by a texted code
    When the user changes the phone number
    And the user types the former phone number
    And the user tries to be texted
    Then the verification is refused
    And no text reaches that number

  Scenario: The user changes the email address twice
    Given the user can prove the identity by a mailed code
    When the user changes the email address
    And the user changes the email address
    And the user asks for a mailed code
    Then the code reaches the new address and not the former one
