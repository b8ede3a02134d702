@requirement:AUD-26
Feature: A page of the admin center tells who registered and who reset, and by what

  Background:
    Given a user whom the policy enables

  Scenario: A user registers
    When the user registers what a reset needs
    And an administrator reads the registration and reset events
    Then the events tell by what the user registered
    And the events tell of no reset by the user

  Scenario: A user resets the password
    Given the user has registered what a reset needs
    When the user resets the password
    And an administrator reads the registration and reset events
    Then the events tell by what the user reset the password

  Scenario: A user mistypes a code
    Given the user has registered what a reset needs
    And the user mistypes every code
    When the user resets the password
    And an administrator reads the registration and reset events
    Then the events tell of a failure and its reason

  Scenario Outline: A user resets the password by <proof>
    Given the user can prove the identity by <proof>
    When the user resets the password by this proof
    And an administrator reads the registration and reset events
    Then the events tell by what the user reset the password

    Examples:
      | proof                                   |
      | a call to the mobile phone              |
      | a call to the office phone              |
      | a code of the authenticator app         |
      | a notification of the authenticator app |
      | answers to security questions           |

  Scenario: A user registers a mobile phone
    When the user registers a mobile phone
    And an administrator reads the registration and reset events
    Then the events tell by what the user registered

  Scenario: A user registers security questions
    When the user registers security questions
    And an administrator reads the registration and reset events
    Then the events tell by what the user registered

  Scenario: An administrator resets the own password
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator has registered what a reset needs
    When the administrator resets the password
    And an administrator reads the registration and reset events
    Then the events tell by what the user reset the password
