@requirement:CUS-03
Feature: Where no helpdesk is linked, administrators are asked for help by mail

  Scenario: A user who is turned away asks for help
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Password Administrator
    When the user is turned away and asks administrators for help
    Then a mail asks the Password Administrator to reset the password
