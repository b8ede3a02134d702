@requirement:RST-31
Feature: A verification step can be passed by answers to security questions

  Scenario: The user proves the identity by answers to security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user resets the password by this proof
    Then this proof was accepted
    And as many questions were asked as the policy says

  @needs:policy
  Scenario: A changed number is followed
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When another number of questions is to be asked
    And the user resets the password by this proof
    Then as many questions were asked as the changed policy says
