@requirement:AUD-08
Feature: A password reset by an administrator leaves a row that says so

  Scenario: An administrator gives the user another password
    Given a user whom the policy enables
    When an administrator gives the user another password
    Then the audit log tells that an administrator reset the password
