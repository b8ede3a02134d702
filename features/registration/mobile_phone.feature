@requirement:REG-17 @promises:delivery
Feature: A mobile phone is registered by a texted code

  @needs:text
  Scenario: The code that was texted registers the phone
    Given a user whom the policy enables
    When the user registers a mobile phone
    Then the mobile phone was accepted
    And the directory knows the mobile phone
