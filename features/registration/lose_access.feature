Feature: Members with data from an administrator are told not to lose access

  @requirement:REG-26
  Scenario: A member of the group reads it
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    When the user registers an authenticator app
    Then the pages are headed Don't lose access to your account

  @requirement:REG-27
  Scenario: A user without such data does not read it
    Given a user whom the policy enables
    When the user registers an authenticator app
    Then no page is headed Don't lose access to your account

  @requirement:REG-27
  Scenario: A user outside the group does not read it
    Given a user outside the enabled group
    And the directory holds contact data that the user never registered
    When the user opens the registration page
    Then no page is headed Don't lose access to your account
