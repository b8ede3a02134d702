@requirement:RST-51
Feature: A block is one of the reset alone

  Scenario: A blocked user signs in
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user mistypes every code
    When the user tries to verify 7 times
    And the user gives up and signs in with the known password
    Then the user is signed in

  Scenario: So does a blocked administrator
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the administrator mistypes every code
    When the administrator tries to verify 7 times
    And the user gives up and signs in with the known password
    Then the user is signed in
