@requirement:REG-36
Feature: A second factor of the last ten minutes is asked for from 25 August 2025 on and not before

  @needs:clock
  Scenario: On the day before an older one serves
    Given the day is 2025-08-24
    And a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info and comes back after 10 minutes
    Then the second factor need not be shown again

  @needs:clock
  Scenario: On the first day it does not
    Given the day is 2025-08-25
    And a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info and comes back after 10 minutes
    Then from this day on the second factor has to be shown again
