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

  Scenario: An administrator who is turned away asks for help
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And no helpdesk is linked
    And there is a Password Administrator
    When the user is turned away and asks administrators for help
    Then a mail asks the Password Administrator to reset the password

  @needs:guests
  Scenario: A guest whose code does not come asks for help
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user is a guest who was invited by an address
    And no helpdesk is linked
    And there is a Password Administrator
    When the user waits in vain for a code and asks administrators for help
    Then a mail asks the Password Administrator to reset the password
