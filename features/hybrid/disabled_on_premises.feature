@requirement:HYB-14
Feature: An account that is disabled on-premises is disabled here half an hour later

  Background:
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory

  @needs:on-premises @needs:clock
  Scenario: The user gets no further with a reset
    Given the user has registered what a reset needs
    And the account is disabled on-premises
    When the user comes back after 30 minutes
    And the user asks for a password reset
    Then the user is not asked to verify

  @needs:on-premises @needs:clock
  Scenario: The user is not signed in
    Given the account is disabled on-premises
    When the user comes back after 30 minutes
    And the user signs in
    Then the sign-in is refused

  @needs:on-premises @needs:clock
  Scenario: A user whose account is not disabled is asked to verify
    Given the user has registered what a reset needs
    When the user comes back after 30 minutes
    And the user asks for a password reset
    Then the user is let in

  @needs:on-premises @needs:clock
  Scenario: So it is half an hour after it was enabled on-premises again
    Given the user has registered what a reset needs
    And the account was disabled on-premises for half an hour
    When the account is enabled on-premises again
    And the user comes back after 30 minutes
    And the user asks for a password reset
    Then the user is let in as before
