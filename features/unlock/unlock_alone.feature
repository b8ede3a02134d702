Feature: An unlock leaves the password as it was and everything else in force

  Background:
    Given a user whom the policy enables
    And the user is synchronised and may unlock the account alone
    And the user has registered what a reset needs

  @requirement:UNL-05 @needs:on-premises
  Scenario: The lockout of the cloud runs on
    Given the account is locked by wrong passwords
    When the user unlocks the account
    And the user signs in
    Then the sign-in is refused because the account is locked

  @requirement:UNL-06 @needs:on-premises
  Scenario: The password still signs in
    When the user unlocks the account
    And the user signs in
    Then the user is signed in with the password as it was

  @requirement:UNL-07 @needs:on-premises
  Scenario: It takes as many verification steps as a reset
    When the user unlocks the account
    Then the user passed as many steps for the unlock as for a reset

  @requirement:UNL-08 @needs:on-premises
  Scenario: The audit log tells of it
    When the user unlocks the account
    Then the audit log has a row for the unlock
    And no row of the audit log tells of a reset

  @requirement:UNL-08 @needs:on-premises
  Scenario: So it does of a further unlock
    Given the user has unlocked the account before and it is locked again
    When the user unlocks the account
    Then the audit log has a row for the unlock

  @requirement:UNL-09 @needs:on-premises
  Scenario: No mail tells of a reset
    When the user unlocks the account
    Then no mail tells anybody of a reset

  @requirement:UNL-09 @needs:on-premises
  Scenario: Nor is anybody alerted to an administrator's unlock
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And a Global Administrator
    When the user unlocks the account
    Then no mail alerts the Global Administrator to the unlock

  @requirement:UNL-07 @needs:on-premises
  Scenario: An administrator's takes two
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the user unlocks the account
    Then the administrator passed two steps for the unlock

  @requirement:UNL-08 @needs:on-premises
  Scenario: The audit log tells of a federated user's as well
    Given the user is federated and may unlock the account alone
    When the user unlocks the account
    Then the audit log has a row for the unlock

  @requirement:UNL-08 @needs:on-premises
  Scenario: So it does of an administrator's
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the user unlocks the account
    Then the audit log has a row for the unlock

  @requirement:UNL-05 @needs:on-premises
  Scenario: The lockout of the cloud runs on for an administrator
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    And the account is locked by wrong passwords
    When the user unlocks the account
    And the user signs in
    Then the sign-in is refused because the account is locked

  @requirement:UNL-06 @needs:on-premises
  Scenario: An administrator's password still signs in
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the user unlocks the account
    And the user signs in
    Then the user is signed in with the password as it was
