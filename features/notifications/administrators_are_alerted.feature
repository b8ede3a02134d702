@requirement:NOT-05
Feature: An administrator's reset alerts the Global Administrators

  @tutorial
  Scenario: An administrator resets the own password
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    And another Global Administrator
    When the administrator resets the password
    Then a mail alerts every Global Administrator if administrators are to be notified

  Scenario: A Global Administrator resets the own password
    Given a user with the role Global Administrator who has registered what a reset needs
    And another Global Administrator
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  Scenario: A Helpdesk Administrator resets the own password
    Given a user with the role Helpdesk Administrator who has registered what a reset needs
    And another Global Administrator
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  Scenario: An administrator whose new password is refused alerts nobody
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And a Global Administrator
    When the administrator chooses a password of two very common words
    Then the refused password alerts no Global Administrator

  Scenario: An administrator who resets the own password again alerts them again
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And another Global Administrator
    And the user has reset the password before
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  @needs:policy
  Scenario: They are alerted though users are not notified
    Given the policy lets administrators reset their passwords
    And administrators are to be notified
    And an administrator who has registered what a reset needs
    And another Global Administrator
    When users are no longer to be notified
    And the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  @needs:policy
  Scenario: They are alerted after a while in which they were not
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And another Global Administrator
    And for a while administrators were not alerted
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  @needs:on-premises
  Scenario: An administrator whose password is managed on-premises resets it
    Given the policy lets administrators reset their passwords
    And writeback is on
    And an administrator who has registered what a reset needs
    And the user is synchronised with the on-premises directory
    And another Global Administrator
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified

  Scenario: An administrator whom the policy also enables as a user resets the own password
    Given the policy lets administrators reset their passwords
    And a user whom the policy enables
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And another Global Administrator
    When the administrator resets the password
    Then a mail alerts the other Global Administrator if administrators are to be notified
