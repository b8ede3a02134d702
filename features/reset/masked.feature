@requirement:RST-20
Feature: Addresses and telephone numbers are shown masked

  Scenario: Whoever asks for a reset learns no address
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then addresses and phone numbers are masked

  Scenario: Nor once a code has been sent to it
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user mistypes every code
    When the user tries to verify 2 times by a mailed code
    Then addresses and phone numbers are masked

  @needs:call
  Scenario Outline: Nor the number behind <call>
    Given a user whom the policy enables
    And the user can prove the identity by <call>
    When the user resets the password by this proof
    Then addresses and phone numbers are masked

    Examples:
      | call                       |
      | a call to the mobile phone |
      | a call to the office phone |

  Scenario: Nor an administrator's
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    When the administrator resets the password
    Then addresses and phone numbers are masked

  @needs:guests
  Scenario: Nor a guest's
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the user is a guest who was invited by an address
    When the user resets the password
    Then addresses and phone numbers are masked
