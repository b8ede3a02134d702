@requirement:RST-09
Feature: Before migration the app's notification serves only where two methods are required

  Background:
    Given the tenant has not moved to the Authentication methods policy

  @needs:push
  Scenario: One method is required
    Given the policy asks 1 verification step
    And a user whom the policy enables
    And the user has set up Microsoft Authenticator
    When the user asks for a password reset
    Then the reset offers a code of the authenticator app
    And the reset does not offer a notification of the authenticator app

  @needs:push
  Scenario: Two methods are required
    Given the policy asks 2 verification steps
    And a user whom the policy enables
    And the user has set up Microsoft Authenticator
    When the user asks for a password reset
    Then the reset offers a notification of the authenticator app
