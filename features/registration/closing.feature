@requirement:REG-04
Feature: A registration closes when everything asked for is registered

  @tutorial
  Scenario: The user registers what a reset needs
    Given a user whom the policy enables
    When the user registers what a reset needs
    Then the registration closes with Done or Looks good
    And the directory counts the user as able to reset
