@requirement:HYB-11
Feature: Writeback does not concern users whose password lives in the cloud

  @needs:policy
  Scenario Outline: With writeback <state> such a user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When writeback is switched <state>
    And the user resets the password
    Then the page says that the password has been reset

    Examples:
      | state |
      | on    |
      | off   |

  @needs:on-premises
  Scenario: Such a user is asked to verify while the on-premises directory cannot be reached
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the on-premises directory cannot be reached
    And the user asks for a password reset
    Then the user is let in
