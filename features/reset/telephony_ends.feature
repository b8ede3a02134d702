@requirement:RST-36
Feature: Texts and calls no longer serve

  Scenario: A user who has registered telephones is not offered them
    Given a user whom the policy enables
    And the policy allows a telephone
    And the user has registered what a reset needs
    And the user has registered both telephones
    When the user asks for a password reset
    Then the user is let in
    And neither a text nor a call is offered
