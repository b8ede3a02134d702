@requirement:REG-07
Feature: The request to register is shown once in a session

  Scenario: The user puts it off and opens another application
    Given a user whom the policy enables
    And sign-in asks for registration
    When the user signs in and later opens another application
    Then the user is asked to register only the first time
