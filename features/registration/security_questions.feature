Feature: Security questions are registered as the policy asks

  @requirement:REG-20
  Scenario: As many as the policy asks for
    Given a user whom the policy enables
    When the user registers security questions
    Then as many questions were asked for as the policy says
    And the security questions were accepted
    And the directory knows the security questions

  @requirement:REG-21
  Scenario: No question twice
    Given a user whom the policy enables
    And the user chooses one question twice
    When the user registers security questions
    Then the security questions were refused

  @requirement:REG-21
  Scenario: No answer twice
    Given a user whom the policy enables
    And the user gives two questions the same answer
    When the user registers security questions
    Then the security questions were refused

  @requirement:REG-20
  Scenario: Answers in any script
    Given a user whom the policy enables
    And the user gives answers in Greek letters
    When the user registers security questions
    Then the security questions were accepted

  @requirement:REG-22
  Scenario Outline: Answers of <number> characters are <taken>
    Given a user whom the policy enables
    And the user gives answers of <number> characters
    When the user registers security questions
    Then the security questions were <taken>

    Examples:
      | number | taken    |
      | 2      | refused  |
      | 3      | accepted |
      | 40     | accepted |
      | 41     | refused  |
