@requirement:CFG-19
Feature: What an administrator saves in the admin center is what it shows from then on, and what holds

  @needs:policy
  Scenario Outline: An administrator turns <setting>
    When an administrator turns <setting> in the admin center
    Then the admin center saves it

    Examples:
      | setting                      |
      | the mail that tells users    |
      | the alert for administrators |
      | the request to register      |
      | the helpdesk link            |

  @needs:policy
  Scenario Outline: An administrator chooses otherwise <setting>
    When an administrator chooses otherwise <setting>
    Then the admin center saves it

    Examples:
      | setting                                |
      | whom password reset serves             |
      | the number of required methods         |
      | whether security questions are allowed |

  @needs:policy
  Scenario: What stands on other pages stays as it was
    Given an administrator has looked at the other pages of Password reset
    When an administrator turns the mail that tells users in the admin center
    Then the other pages show what they showed before

  @needs:policy
  Scenario: Whom password reset is to serve holds at once
    Given a user in no group
    When an administrator chooses otherwise whom password reset serves
    And the user asks for a password reset
    Then the user is served or turned away as was saved
