@requirement:AUD-08
Feature: A password reset by an administrator leaves a row that says so

  Scenario: An administrator gives the user another password
    Given a user whom the policy enables
    When an administrator gives the user another password
    Then the audit log tells that an administrator reset the password

  Scenario: So does a further one
    Given a user whom the policy enables
    And the user's password was given out by an administrator
    When an administrator gives the user another password
    Then the audit log tells that an administrator reset the password

  @needs:on-premises
  Scenario: Where the password is managed on-premises the row tells which agent wrote it back
    Given writeback is on
    And a user whom the policy enables
    And the user is synchronised with the on-premises directory
    When an administrator gives the user another password
    Then the audit log tells which agent wrote the password back
