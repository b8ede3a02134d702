@requirement:RST-52
Feature: The reset calls its methods by their documented names

  Scenario: Whatever the user has registered
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then each method that is offered bears its documented name

  Scenario Outline: The user could prove the identity by <proof>
    Given a user whom the policy enables
    And the user can prove the identity by <proof>
    When the user asks for a password reset
    Then each method that is offered bears its documented name

    Examples:
      | proof                                   |
      | a mailed code                           |
      | a call to the office phone              |
      | a notification of the authenticator app |
      | answers to security questions           |

  Scenario: What a method has sent is what its name says
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user looks what each method would send
    Then each method would send what its name says
