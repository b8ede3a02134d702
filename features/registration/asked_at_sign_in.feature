@requirement:REG-01 @tutorial
Feature: Enabled users are asked to register when they sign in

  Scenario: An enabled user signs in for the first time
    Given a user whom the policy enables
    When the user signs in
    Then the user is asked to register if the policy requires it
