@requirement:REG-28
Feature: A wrong code registers nothing

  Scenario: The user mistypes the code
    Given a user whom the policy enables
    And the user mistypes every code
    When the user registers an alternate email address
    Then the alternate email address was not accepted
    And the directory does not know the alternate email address

  Scenario: The user mistypes the code of the authenticator app
    Given a user whom the policy enables
    And the user mistypes every code
    When the user registers an authenticator app
    Then nothing was registered

  @needs:text
  Scenario: The user mistypes the code that was texted
    Given a user whom the policy enables
    And the user mistypes every texted code
    When the user registers a mobile phone
    Then the mobile phone was not accepted

  Scenario: The user mistypes the code for another address
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user mistypes every mailed code
    When the user tries to change the email address
    Then the alternate email address was not accepted
    And the directory does not know the alternate email address
