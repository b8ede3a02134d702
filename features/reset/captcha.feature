@requirement:RST-02
Feature: A picture has to be read until Microsoft removed it

  @tutorial
  Scenario: The first page asks for the characters in a picture only before the removal
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the page asks for the characters in a picture only before their removal

  @needs:clock
  Scenario Outline: So it is <when> the weeks of the removal
    Given the day is <day>
    And a user whom the policy enables
    When the user asks for a password reset
    Then the page asks for the characters in a picture only before their removal

    Examples:
      | when   | day        |
      | before | 2026-07-19 |
      | after  | 2026-08-31 |
