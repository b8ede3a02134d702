@requirement:CFG-04
Feature: The admin center takes one group and no more

  @needs:policy
  Scenario: Two groups are asked for
    Given two groups that password reset is not enabled for
    When an administrator selects both groups
    Then one group is enabled and no more

  @needs:policy
  Scenario: One group is asked for
    Given two groups that password reset is not enabled for
    When an administrator selects the first of them
    Then the admin center saves it
    And one group is enabled and no more
