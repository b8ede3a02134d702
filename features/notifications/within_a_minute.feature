@requirement:NOT-11
Feature: The mails about a reset arrive within a minute

  Scenario: The user is told
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the mail that tells of the reset arrives within a minute

  Scenario: The Global Administrators are alerted
    Given an administrator who has registered what a reset needs
    And administrators are to be notified
    And a Global Administrator
    When the administrator resets the password
    Then the mail that alerts the Global Administrator arrives within a minute

  Scenario: The code is mailed
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user asks for a mailed code
    Then the mail with the code arrives within a minute

  @needs:text
  Scenario: The code is texted
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user asks for a texted code
    Then the text with the code arrives within a minute
