@requirement:RST-44
Feature: Texts and calls serve until Microsoft delivers them no longer

  @needs:clock
  Scenario: On the last day a user is offered them
    Given the day is 2027-01-29
    And a user whom the policy enables
    And the user has registered methods that last 30 days
    And the user has registered both telephones
    And a text or a call was offered until now
    When the user asks for a password reset on 2027-01-31
    Then a text or a call is offered

  @needs:clock
  Scenario: On the day after a user is not
    Given the day is 2027-02-01
    And a user whom the policy enables
    And the policy allows a telephone
    And the user has registered methods that last 30 days
    And the user has registered both telephones
    When the user asks for a password reset
    Then from this day on neither a text nor a call is offered

  @needs:clock
  Scenario Outline: Global Administrators are offered them for five months more, as on <day>
    Given the policy lets administrators reset their passwords
    And the day is <day>
    And a user with the role Global Administrator who has registered what a reset needs
    And the user has registered both telephones
    When the administrator asks for a password reset
    Then a text or a call is offered

    Examples:
      | day        |
      | 2027-02-01 |
      | 2027-06-30 |

  @needs:clock
  Scenario Outline: The role <role> is offered none on <day>
    Given the policy lets administrators reset their passwords
    And the day is <day>
    And a user with the role <role> who has registered what a reset needs
    And the user has registered both telephones
    When the administrator asks for a password reset
    Then the administrator is asked to verify
    And from this day on neither a text nor a call is offered

    Examples:
      | role                 | day        |
      | Global Administrator | 2027-07-01 |
      | User Administrator   | 2027-02-01 |
