@requirement:AUD-15
Feature: A changed default method leaves a row in the audit log

  Scenario: The user lets the authenticator app be asked first
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user chooses another default method
    Then the audit log tells that the default method was changed
