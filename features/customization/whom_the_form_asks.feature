@requirement:CUS-04
Feature: The form asks those first who are there to help

  Scenario Outline: Where there is a <helper>, no <other> is asked
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a <helper>
    And there is also a <other>
    When the user is turned away and asks administrators for help
    Then a mail asks the <helper> to reset the password
    And no mail asks the <other>

    Examples:
      | helper                 | other                |
      | Helpdesk Administrator | User Administrator   |
      | Password Administrator | User Administrator   |
      | User Administrator     | Global Administrator |

  Scenario: Helpdesk and Password Administrators are asked alike
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Helpdesk Administrator
    And there is also a Password Administrator
    When the user is turned away and asks administrators for help
    Then a mail asks the Helpdesk Administrator to reset the password
    And a mail asks the Password Administrator to reset the password

  Scenario: Where there is nobody else, a Global Administrator is asked
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Global Administrator
    When the user is turned away and asks administrators for help
    Then a mail asks the Global Administrator to reset the password

  Scenario: Nobody with another role is asked beside them
    Given a user whom the policy enables
    And no helpdesk is linked
    And a holder of each role on the list
    When the user is turned away and asks administrators for help
    Then none of the holders but those of the first rank is asked
