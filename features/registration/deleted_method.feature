@requirement:REG-30
Feature: A deleted method no longer serves for a reset

  Scenario: The user deletes the email address
    Given a user whom the policy enables
    And the user has registered an email address among what a reset needs
    When the user asks for a password reset
    Then the reset offers a mailed code
    When the user deletes the email address
    And the user asks for a password reset
    Then the reset does not offer a mailed code

  Scenario: The user deletes the security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user asks for a password reset
    Then the reset offers answers to security questions
    When the user deletes the security questions
    And the user asks for a password reset
    Then the reset does not offer answers to security questions

  @needs:text
  Scenario: What the user did not delete stays
    Given texts reach users
    And a user whom the policy enables
    And the user has registered an email address and both telephones
    When the user deletes the email address
    Then the directory still knows the mobile phone

  Scenario: The security info no longer lists it
    Given a user whom the policy enables
    And the user has registered an email address among what a reset needs
    When the user tries to delete the email address
    Then the security info no longer lists the email address

  Scenario: The user deletes the authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user asks for a password reset
    Then the reset offers a code of the authenticator app
    When the user deletes the authenticator app
    And the user asks for a password reset
    Then the reset does not offer a code of the authenticator app

  @needs:text
  Scenario: The user deletes the mobile phone
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    When the user asks for a password reset
    Then the reset offers a texted code
    When the user deletes the mobile phone
    And the user asks for a password reset
    Then the reset does not offer a texted code

  Scenario: An administrator deletes the email address
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the user deletes the email address
    And the administrator asks for a password reset
    Then the reset does not offer a mailed code
