@requirement:RST-43
Feature: Contact data that nobody registered serves until 4 October 2026 and no longer

  Background:
    Given the policy allows email and the mobile phone

  @needs:clock
  Scenario: On the last day it serves
    Given the day is 2026-10-02
    And a user whom the policy enables
    And the directory holds contact data that the user never registered
    And the data of the directory served until now
    When the user asks for a password reset on 2026-10-04
    Then the data of the directory serves

  @needs:clock
  Scenario: On the day after it does not
    Given the day is 2026-10-05
    And a user whom the policy enables
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then from this day on the data of the directory does not serve
