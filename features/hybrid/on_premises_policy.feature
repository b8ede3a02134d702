@requirement:HYB-08
Feature: The on-premises password policy decides too

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs

  @needs:on-premises
  Scenario: A password that is long enough for the cloud alone is refused
    Given the on-premises directory wants long passwords
    When the user chooses a password that is long enough for the cloud alone
    Then the new password is refused

  @needs:on-premises
  Scenario: A long one is accepted in the same reset
    Given the on-premises directory wants long passwords
    When the user tries such a password and then a long one
    Then the new password is accepted

  @needs:on-premises
  Scenario: A password that is too young to be changed stays
    Given the on-premises directory wants passwords kept for a day
    When the user chooses a password that is long enough for the cloud alone
    Then the new password is refused

  @needs:on-premises @needs:clock
  Scenario: A day later it may be changed
    Given the on-premises directory wants passwords kept for a day
    When the user comes back after 24 hours
    And the user resets the password
    Then the page says that the password has been reset

  @needs:on-premises
  Scenario: Whoever changes a password is held to it as well
    Given the on-premises directory wants long passwords
    When the user changes the known password to a fresh one
    Then the change is refused

  @needs:on-premises
  Scenario: A password that is long enough on-premises alone is accepted
    Given the on-premises directory wants passwords of six characters
    When the user chooses a password of seven characters
    Then the new password is accepted

  @needs:on-premises
  Scenario: It is asked about a federated user's password too
    Given the user is federated with the on-premises directory
    And the on-premises directory wants long passwords
    When the user chooses a password that is long enough for the cloud alone
    Then the new password is refused

  @needs:on-premises
  Scenario: It is asked about an administrator's password too
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And the on-premises directory wants long passwords
    When the user chooses a password that is long enough for the cloud alone
    Then the new password is refused
