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
