@requirement:RST-47
Feature: No more than five calls are made within an hour

  Background:
    Given a user whom the policy enables

  @needs:call
  Scenario Outline: The user asks again and again for <call>
    Given the user can prove the identity by <call>
    When the user asks 6 times for this proof
    Then the user is blocked

    Examples:
      | call                       |
      | a call to the mobile phone |
      | a call to the office phone |

  @needs:call
  Scenario: The user asks for fewer
    Given the user can prove the identity by a call to the mobile phone
    When the user asks 4 times for this proof
    Then the user is let in

  @needs:call @needs:clock
  Scenario: Calls of more than an hour ago do not count
    Given the user can prove the identity by a call to the mobile phone
    When the user asks 4 times for this proof
    And the user comes back after 2 hours
    And the user asks 4 times for this proof
    Then the user is let in

  @needs:call
  Scenario: An administrator asks for more
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator can prove the identity by a call to the mobile phone
    When the user asks 6 times for this proof
    Then the user is blocked
