@requirement:REG-32
Feature: The registration pages speak the language that the address asks for

  Scenario Outline: The user asks for <language>
    Given a user whom the policy enables
    When the user opens the security info in <language>
    Then the page speaks <language>

    Examples:
      | language |
      | German   |
      | French   |
      | English  |
