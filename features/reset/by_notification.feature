Feature: A verification step can be passed by a notification of the authenticator app

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app

  @requirement:RST-28 @needs:push @promises:delivery
  Scenario: The user approves the number that the page shows
    When the user resets the password by this proof
    Then this proof was accepted

  @requirement:RST-29 @needs:push
  Scenario: Another number does not pass
    Given the user approves another number than the page shows
    When the user resets the password by this proof
    Then the verification is refused

  @requirement:RST-28 @needs:push
  Scenario: A notification that the user refuses does not pass
    Given the user refuses every notification
    When the user resets the password by this proof
    Then the verification is refused
