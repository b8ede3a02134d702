@requirement:RST-07
Feature: Only allowed and registered methods are offered

  Scenario: The user has registered more than the policy allows
    Given a user whom the policy enables
    And email and both telephones give what a reset needs
    And the user has registered an email address and both telephones
    When the user asks for a password reset
    Then only methods that are allowed and registered are offered

  Scenario: Nor does a later step offer what the user has not registered
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password by nothing but what is registered
    Then no step offers what the user has not registered

  Scenario: Nor is a notification offered to whose app takes none
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user asks for a password reset
    Then the reset does not offer a notification of the authenticator app
