@requirement:CUS-03 @promises:contact
Feature: Where no helpdesk is linked, administrators are asked for help by mail

  Scenario: A user who is turned away asks for help
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Password Administrator
    When the user is turned away and asks administrators for help
    Then a mail asks the Password Administrator to reset the password

  Scenario: A user who is turned away and does not ask calls nobody
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Password Administrator
    When the user asks for a password reset
    Then no mail about it reaches the Password Administrator

  Scenario: A user whose code does not come asks for help
    Given a user whom the policy enables
    And the policy allows codes by mail
    And the user has registered what a reset needs
    And no helpdesk is linked
    And there is a Password Administrator
    When the user waits in vain for a code and asks administrators for help
    Then a mail asks the Password Administrator to reset the password

  Scenario: A user who asks for help again writes again
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Password Administrator
    And the user has asked administrators for help before
    When the user is turned away and asks administrators for help
    Then a mail asks the Password Administrator to reset the password
