@requirement:ADM-12
Feature: An administrator without password reset in the users' scope is asked in vain

  @needs:policy @needs:clock
  Scenario: The administrator is asked to register but cannot
    Given a user whom the policy enables
    And the user holds the role User Administrator
    And password reset is switched off for administrators
    When the user opens the registration page
    Then the administrator was asked to register but could not

  Scenario: With password reset the administrator registers an authenticator app
    Given the policy lets administrators reset their passwords
    And a user whom the policy enables
    And the user holds the role User Administrator
    When the user registers an authenticator app
    Then the authenticator app was accepted
