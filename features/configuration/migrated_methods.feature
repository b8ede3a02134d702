@requirement:CFG-05
Feature: When migration is complete the Authentication methods policy decides which methods serve

  Background:
    Given the migration is complete

  @needs:policy
  Scenario: A method that it forbids is not offered
    Given a user whom the policy enables
    And the user has registered an email address and another method
    And the Authentication methods policy forbids email
    When the user asks for a password reset
    Then email is not offered

  @needs:policy
  Scenario: A method that the password reset policy alone forbids is offered
    Given a user whom the policy enables
    And the user has registered an email address and another method
    And the Authentication methods policy allows email
    And the password reset policy forbids email
    When the user asks for a password reset
    Then email is offered

  @needs:policy
  Scenario: Where it forbids texts, the mobile phone can be called and not texted
    Given the policy allows email and the mobile phone
    And a user whom the policy enables
    And the user has registered an email address
    And the user has registered a mobile phone
    And the Authentication methods policy forbids texts
    When the user asks for a password reset
    Then a call to the mobile phone is offered and no text

  @needs:policy
  Scenario: Where it forbids calls, the mobile phone can be texted and not called
    Given the policy allows email and the mobile phone
    And a user whom the policy enables
    And the user has registered an email address
    And the user has registered a mobile phone
    And the Authentication methods policy forbids calls
    When the user asks for a password reset
    Then a text to the mobile phone is offered and no call

  @needs:policy
  Scenario: Where it forbids authenticator apps, none is offered
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the Authentication methods policy forbids authenticator apps
    When the user asks for a password reset
    Then no authenticator app is offered

  @needs:policy
  Scenario: Where it forbids calls to the office, the office phone is not called
    Given a user whom the policy enables
    And the user has registered an email address and another method
    And the user has registered an office phone
    And the Authentication methods policy forbids calls to the office
    When the user asks for a password reset
    Then the office phone is not offered
