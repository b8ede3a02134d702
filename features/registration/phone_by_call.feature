@requirement:REG-18 @promises:delivery
Feature: A phone is registered by answering a call

  @needs:call
  Scenario: The user presses the pound key
    Given a user whom the policy enables
    When the user registers a mobile phone by a call
    Then the mobile phone was accepted
    And the directory knows the phone that was called

  @needs:call
  Scenario: Another key registers nothing
    Given a user whom the policy enables
    And the user presses 5 on a call
    When the user registers a mobile phone by a call
    Then the mobile phone was not accepted
