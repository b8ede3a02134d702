@requirement:RST-19
Feature: Answers have to be those that were registered

  Scenario Outline: The user answers with <mistake>
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    And the user answers with <mistake>
    When the user resets the password by this proof
    Then the verification is refused

    Examples:
      | mistake                        |
      | made-up answers                |
      | one made-up answer             |
      | one made-up first answer       |
      | no answers at all              |
      | the answers in capital letters |
      | the answers in another order   |
