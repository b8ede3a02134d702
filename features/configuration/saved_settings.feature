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

  @needs:policy
  Scenario: So does the number of required methods
    Given a user whom the policy enables
    And the user has registered one method
    When an administrator chooses otherwise the number of required methods
    And the user asks for a password reset
    Then who has registered one method is served or turned away as was saved

  @needs:policy
  Scenario: So does the request to register
    Given a user whom the policy enables
    And there is something to register
    When an administrator turns the request to register in the admin center
    And the user signs in
    Then the user is asked to register or not as was saved

  @needs:policy @needs:clock
  Scenario: So do the days until confirmation
    Given sign-in asks for registration
    And a user whom the policy enables
    And the user has registered methods that last 46 days
    When an administrator sets 45 days until confirmation
    And 46 days pass
    And the user signs in
    Then the user is asked to confirm the security info as was saved

  @needs:policy
  Scenario: So does whether users are told
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When an administrator turns the mail that tells users in the admin center
    And the user resets the password
    Then the user is told of the reset or not as was saved

  @needs:policy
  Scenario: So does whether administrators are alerted
    Given the policy lets administrators reset their passwords
    And a Global Administrator
    And an administrator who has registered what a reset needs
    When an administrator turns the alert for administrators in the admin center
    And the administrator resets the password
    Then the Global Administrator is alerted or not as was saved

  @needs:policy
  Scenario: So does the helpdesk link
    Given a user whom the policy enables
    When an administrator turns the helpdesk link in the admin center
    And the user asks for a password reset
    Then the page that turns the user away offers the helpdesk that was saved

  @needs:policy
  Scenario: So do the security questions of the tenant's own
    Given the policy allows security questions
    And a user whom the policy enables
    When an administrator writes a security question of 20 characters
    And the user registers security questions
    Then the security question of 20 characters could be chosen

  @needs:policy
  Scenario: So does whether security questions are allowed
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    And the user can prove it by a mailed code as well
    When an administrator chooses otherwise whether security questions are allowed
    And the user asks for a password reset
    Then security questions are not offered
