@requirement:ADM-10
Feature: Administrators register no security questions

  @needs:policy
  Scenario: An administrator looks for them in vain
    Given a user in no group
    And the user holds the role User Administrator
    And the policy allows security questions
    When the administrator registers what a reset needs and looks what else could be added
    Then security questions could not be chosen

  @needs:policy
  Scenario: A user finds them
    Given a user whom the policy enables
    And the policy allows security questions
    When the user registers what a reset needs and looks what else could be added
    Then security questions could be chosen
