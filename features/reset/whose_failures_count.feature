@requirement:RST-15
Feature: Everybody's failures count, whatever they are, and for nobody else

  Scenario: The failures of one user do not block another
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And another user who has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    And the other user resets the password
    Then the page says that the password has been reset

  Scenario: An administrator is blocked as well
    Given an administrator who has registered what a reset needs
    And the policy lets administrators reset their passwords
    And the administrator mistypes every code
    When the administrator tries to verify 7 times
    Then the administrator is blocked

  @needs:on-premises
  Scenario: So is who wants to unlock the account
    Given a user whom the policy enables
    And the user is synchronised and may unlock the account alone
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify for an unlock 7 times
    Then the user is blocked

  @needs:clock
  Scenario: Wrong answers are failures
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    And the user answers with made-up answers
    When the user tries to verify 3 times by answers to security questions
    And the user comes back after 2 hours
    And the user tries to verify 3 times by answers to security questions
    Then the user is blocked

  @needs:clock @needs:push
  Scenario: So are refused notifications
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app
    And the user refuses every notification
    When the user tries to verify on 3 visits by a notification of the authenticator app
    And the user comes back after 2 hours
    And the user tries to verify on 3 visits by a notification of the authenticator app
    Then the user is blocked

  @needs:clock @needs:text
  Scenario: So are texted codes that are mistyped
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user mistypes every code
    When the user tries to verify 3 times by a texted code
    And the user comes back after 2 hours
    And the user tries to verify 3 times by a texted code
    Then the user is blocked

  @needs:clock @needs:text
  Scenario: So are telephone numbers that are not the registered one
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user types another phone number than the registered one
    When the user tries to verify on 3 visits by a texted code
    And the user comes back after 2 hours
    And the user tries to verify on 3 visits by a texted code
    Then the user is blocked

  @needs:clock @needs:call
  Scenario: So are calls in which another key is pressed
    Given a user whom the policy enables
    And the user can prove the identity by a call to the mobile phone
    And the user presses 5 on a call
    When the user tries to verify on 3 visits by a call to the mobile phone
    And the user comes back after 2 hours
    And the user tries to verify on 3 visits by a call to the mobile phone
    Then the user is blocked

  Scenario: The block holds in a window that was open before
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user stands before the verification in another window
    And the user mistypes every code
    When the user tries to verify 7 times
    And the user goes on in the other window without a mistake
    Then the user is blocked

  Scenario: Failures at the second step count, whatever was passed before
    Given the policy asks 2 verification steps
    And a user whom the policy enables
    And the user has registered two methods that take codes
    When the user fails 3 times at the second step, on each of 3 visits
    Then the user is blocked
