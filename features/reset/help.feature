@requirement:RST-33
Feature: Help is offered when a code has not come after ten seconds

  Scenario Outline: <seconds> seconds after the code was asked for
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail
    When the user waits <seconds> seconds for a mailed code
    Then trying again and contacting the administrator are <offered>

    Examples:
      | seconds | offered     |
      | 8       | not offered |
      | 11      | offered     |

  @needs:text
  Scenario Outline: <seconds> seconds after a text was asked for
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user waits <seconds> seconds for a texted code
    Then trying again and contacting the administrator are <offered>

    Examples:
      | seconds | offered     |
      | 8       | not offered |
      | 11      | offered     |

  Scenario: Whoever tries again is sent another code
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail
    When the user waits for a mailed code and tries again
    Then the page begins anew and another code is mailed

  @needs:call
  Scenario: Help is offered after 11 seconds of waiting for a call
    Given a user whom the policy enables
    And the user can prove the identity by a call to the mobile phone
    When the user waits 11 seconds for a call to the mobile phone
    Then trying again and contacting the administrator are offered

  @needs:push
  Scenario: So it is to whom no notification comes
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app
    When the user waits 11 seconds for a notification of the authenticator app
    Then trying again and contacting the administrator are offered

  Scenario: So it is to an administrator whose code does not come
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a mailed code
    When the user waits 11 seconds for a mailed code
    Then trying again and contacting the administrator are offered
