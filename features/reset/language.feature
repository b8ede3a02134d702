@requirement:RST-24
Feature: The reset speaks the language that the address asks for, else the browser's

  Scenario Outline: The address asks for <asked> and the browser for <browser>
    Given a user whom the policy enables
    When the user opens the reset in <asked> with a browser that speaks <browser>
    Then the page speaks <language>

    Examples:
      | asked       | browser | language |
      | German      | English | German   |
      | English     | German  | English  |
      | no language | French  | French   |

  Scenario Outline: So does what follows, where the address asks for <asked> and the browser for <browser>
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user comes as far as to verify in <asked> with a browser that speaks <browser>
    Then the page speaks <language>

    Examples:
      | asked       | browser | language |
      | German      | English | German   |
      | no language | French  | French   |
