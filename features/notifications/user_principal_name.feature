@requirement:NOT-07
Feature: Who has no address is told of the reset at the user principal name

  @needs:policy @needs:domain-mail
  Scenario: A user without any address resets the password
    Given a user without a mail address whom the policy enables
    And one method is enough for users
    And the user has registered an authenticator app and nothing else
    When the user resets the password
    Then a mail at the user principal name tells of the reset if users are to be notified

  @needs:domain-mail
  Scenario: A user with addresses gets nothing there
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then no mail reaches the user principal name

  @needs:domain-mail
  Scenario: A user with an alternate address alone is told there and not at the name
    Given a user without a mail address whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password
    Then a mail at the alternate address tells of the reset if users are to be notified
    And no mail reaches the user principal name

  @needs:domain-mail @needs:text
  Scenario: An administrator without any address resets the password
    Given the policy lets administrators reset their passwords
    And an administrator without a mail address who has registered a phone and an authenticator app
    When the administrator resets the password
    Then a mail at the user principal name tells the administrator if users are to be notified
