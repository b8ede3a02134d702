@requirement:RST-08
Feature: Too few methods are not enough

  Scenario: A user with one method less than a reset needs is turned away
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    When the user asks for a password reset
    Then the user is turned away with SSPR_0014

  @needs:text
  Scenario: A mobile phone alone is one method, whether texted or called
    Given a user whom the policy enables
    And the policy asks 2 verification steps
    And the policy allows the mobile phone
    And the user has registered a mobile phone
    When the user asks for a password reset
    Then the user is turned away with SSPR_0014

  Scenario: Who was turned away and registers what is missing is let in
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    And the user was turned away for that until now
    When the user is given what a reset needs
    And the user asks for a password reset
    Then the user is let in as before
