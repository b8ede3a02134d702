@requirement:REG-06
Feature: What only password reset asks for can be put off

  Scenario: The user skips it and is asked again
    Given a user whom the policy enables
    And sign-in asks for registration
    When the user signs in
    Then the user could skip the registration
    When the user signs in
    Then the user is asked to register if the policy requires it
    And the user could skip the registration

  @needs:clock
  Scenario: A month later it can still be put off
    Given a user whom the policy enables
    And sign-in asks for registration
    When 30 days pass
    And the user signs in
    Then the user could skip the registration

  Scenario: Whoever begins to register and leaves is asked again
    Given a user whom the policy enables
    When the user begins to register at the sign-in and leaves
    And the user signs in
    Then the user is asked to register if the policy requires it

  Scenario: However often it was put off, it can be again
    Given a user whom the policy enables
    And sign-in asks for registration
    When the user signs in and puts it off 4 times
    And the user signs in
    Then the user could skip the registration
