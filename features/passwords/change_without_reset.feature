@requirement:PWD-13
Feature: Who cannot reset a password can still change a known one

  Scenario: A user outside the enabled group changes the password
    Given a user outside the enabled group
    When the user changes the known password
    And the user signs in
    Then the password was changed
    And the user is signed in

  @needs:policy
  Scenario: With password reset set to None a user changes the password
    Given a user whom the policy enables
    When password reset is set to None
    And the user changes the known password
    And the user signs in
    Then the password was changed
    And the user is signed in

  Scenario: Where the policy says None, a user changes the password
    Given a user of a tenant that enables nobody
    When the user changes the known password
    And the user signs in
    Then the password was changed
    And the user is signed in
