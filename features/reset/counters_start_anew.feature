@requirement:RST-17
Feature: A completed reset sets the counters of failures back

  Scenario: Three failures, a reset and three failures more do not block
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user mistypes 3 codes and resets the password
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset

  Scenario: Nor do the mails of before and after a reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail
    When the user asks 7 times for a mailed code
    And the user succeeds in resetting the password
    And the user asks 7 times for a mailed code
    Then 7 codes are mailed

  @needs:text
  Scenario: Nor do the texts of before and after a reset
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user asks 3 times for a texted code
    And the user succeeds in resetting the password
    And the user asks 3 times for a texted code
    Then 3 codes are texted

  Scenario: Somebody else's reset leaves them as they are
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And another user who has registered what a reset needs
    When the user tries to verify with 3 mistyped codes
    And the other user resets the password
    And the user tries to verify with 3 mistyped codes
    Then the user is blocked

  Scenario: Nor do the app's codes of before and after a reset
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user proves the identity 3 times and goes no further
    And the user succeeds in resetting the password
    And the user proves the identity 3 times and goes no further
    Then the user is let in

  @needs:push
  Scenario: Nor do the notifications of before and after a reset
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app
    When the user asks 3 times for this proof
    And the user succeeds in resetting the password by this proof
    And the user asks 3 times for this proof
    Then the user is let in

  @needs:call
  Scenario: Nor do the calls of before and after a reset
    Given a user whom the policy enables
    And the user can prove the identity by a call to the mobile phone
    When the user asks 3 times for this proof
    And the user succeeds in resetting the password
    And the user asks 3 times for this proof
    Then the user is let in

  Scenario: Nor do the answers of before and after a reset
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user proves the identity 3 times and goes no further
    And the user succeeds in resetting the password
    And the user proves the identity 3 times and goes no further
    Then the user is let in

  Scenario: Nor do the failures of before and after a further reset
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user has reset the password before
    When the user mistypes 3 codes and resets the password
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset

  Scenario: Nor do those of before and after an administrator's reset
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the user mistypes 3 codes and resets the password
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset

  @needs:guests
  Scenario: Nor do those of before and after a guest's
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user mistypes 3 codes and resets the password
    And the user mistypes 3 codes and resets the password
    Then the page says that the password has been reset
