@requirement:AUD-09
Feature: A change of the policy leaves a row with old and new values

  @needs:policy
  Scenario: Password reset is set to another value
    When password reset is set to another value
    Then the audit log tells the old and the new value

  @needs:policy
  Scenario Outline: Another setting is changed: <setting>
    When an administrator changes <setting>
    Then the audit log tells the old and the new value

    Examples:
      | setting                                   |
      | the number of required methods            |
      | the allowed methods                       |
      | whether sign-in asks for registration     |
      | the days until confirmation               |
      | whether users are told                    |
      | whether administrators are told           |
      | the helpdesk link                         |
      | whether unlocking alone is allowed        |

  @needs:policy
  Scenario: A setting is changed twice
    When the days until confirmation are changed twice
    Then one change goes on from the other

  @needs:policy
  Scenario: Two settings are changed at once
    When who is told of resets is changed for users and administrators at once
    Then the audit log tells the old and the new value of both

  @needs:policy
  Scenario: Who saves a page of the admin center is named
    Given an account with the role Authentication Policy Administrator
    When this account turns the mail that tells users in the admin center
    Then the audit log tells who saved it, with the old and the new value

  @needs:policy
  Scenario: A setting is changed and changed back
    When the days until confirmation are changed and changed back
    Then one change goes on from the other
