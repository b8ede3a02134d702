@requirement:ADM-07
Feature: A role that is not on the list follows the users' policy

  @needs:policy
  Scenario Outline: The role <role> is turned away while users are
    Given a user in no group
    And the user holds the role <role>
    And the user has registered an email address and both telephones
    When password reset is set to None
    And the user asks for a password reset
    Then the user is turned away

    Examples:
      | role               |
      | Directory Readers  |
      | Global Reader      |
      | Reports Reader     |

  @needs:policy
  Scenario: A Directory Reader takes one step where users take one
    Given a user whom the policy enables
    And the user holds the role Directory Readers
    And the user has registered what a reset needs
    When one method is enough for users
    And the user resets the password
    Then the user passed one verification step

  @needs:policy
  Scenario: The registration report counts no holder of another role as enabled while no user is
    Given a holder of each role that is not on the list
    When password reset is set to None
    Then the registration report calls none of the holders enabled
