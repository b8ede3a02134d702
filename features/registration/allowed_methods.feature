@requirement:REG-16
Feature: The wizard offers no method that the policy does not allow

  Scenario: The user looks for another method
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then only methods that the policy allows could be chosen
