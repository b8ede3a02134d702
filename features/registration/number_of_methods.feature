@requirement:REG-13
Feature: The wizard asks for as many methods as a reset needs

  Scenario: The user follows the wizard
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the wizard let go after as many methods as a reset needs

  @needs:policy
  Scenario: An administrator follows it where one method is enough for users
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    When one method is enough for users
    And the administrator registers an email address and an authenticator app
    Then the wizard let go after two methods
