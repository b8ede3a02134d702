@requirement:NOT-01
Feature: A reset is told to the user at the primary address

  @tutorial
  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:policy
  Scenario: Where users are not to be notified, no mail comes
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When users are no longer to be notified
    And the user resets the password
    Then no mail tells the user of the reset

  Scenario: Whoever is turned away is told of no reset
    Given a user of a tenant that enables nobody
    And the user has registered what a reset needs
    When the user asks for a password reset
    Then no mail tells the user of the reset

  Scenario: A user whose new password is refused is told of no reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user chooses a password of two very common words
    Then no mail tells of a reset by the refused password

  Scenario: An administrator's own reset is told to the administrator as well
    Given an administrator who has registered what a reset needs
    When the administrator resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  Scenario: Whoever resets the password again is told again
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:on-premises
  Scenario: A user whose password is managed on-premises is told as well
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  Scenario: A user who was locked out is told as well
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the account is locked by wrong passwords
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  Scenario: A user who verifies by other methods than email is told as well
    Given a user whom the policy enables
    And the user has registered what a reset needs without an email address
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:policy
  Scenario: A user is told though administrators are not notified
    Given users are to be notified
    And a user whom the policy enables
    And the user has registered what a reset needs
    When administrators are no longer to be notified
    And the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:on-premises
  Scenario: A user whom the on-premises directory refuses is told of no reset
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the on-premises directory refuses what is written back
    When the user resets the password
    Then no mail tells of the reset that was refused

  @needs:policy
  Scenario: A user is told after a while in which users were not
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And for a while users were not told of resets
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:on-premises
  Scenario: So is a federated user
    Given a user whom the policy enables
    And writeback is on
    And the user is federated with the on-premises directory
    And the user has registered what a reset needs
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:guests
  Scenario: A guest is told as well
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  Scenario: So is a member of a nested group
    Given a user in a group nested in the enabled group
    And the user has registered what a reset needs
    When the user resets the password
    Then a mail at the primary address tells of the reset if users are to be notified

  @needs:policy
  Scenario: Where users are not to be notified, no mail comes to an administrator either
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When users are no longer to be notified
    And the administrator resets the password
    Then no mail tells the user of the reset
