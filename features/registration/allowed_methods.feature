@requirement:REG-16
Feature: The wizard offers no method that the policy does not allow

  Scenario: The user looks what else could be added
    Given a user whom the policy enables
    When the user registers what a reset needs and looks what else could be added
    Then only methods that the policy allows could be chosen
