@requirement:RST-16
Feature: The block of an administrator lasts 24 hours as well

  @needs:clock
  Scenario: The administrator is still blocked after 23 hours
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the administrator mistypes every code
    When the administrator tries to verify 7 times
    And 23 hours of the block pass
    And the administrator resets the password
    Then the administrator is blocked
