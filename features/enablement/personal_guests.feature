@requirement:ENA-11
Feature: Guests with a personal account cannot reset here

  @needs:guests
  Scenario Outline: A guest with a <personal> account is not asked to verify
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest with a <personal> account
    When the user asks for a password reset
    Then the user is not asked to verify

    Examples:
      | personal           |
      | personal Microsoft |
      | Google             |

  @needs:guests
  Scenario: A guest who was invited by an address is
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user asks for a password reset
    Then the user is asked to verify
