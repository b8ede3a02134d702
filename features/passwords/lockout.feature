@requirement:PWD-14
@requirement:PWD-17
Feature: Ten wrong passwords lock the sign-in

  Scenario: The right password does not help for now
    Given a user whom the policy enables
    And the account is locked by wrong passwords
    When the user signs in
    Then the sign-in is refused because the account is locked
