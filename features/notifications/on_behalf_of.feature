@requirement:NOT-09
Feature: The mails name the organisation

  Scenario: The mail that tells of the reset
    Given a user whom the policy enables
    And users are to be notified
    And the user has registered what a reset needs
    When the user resets the password
    Then the mail is sent on behalf of the organisation

  Scenario: The mail with a code
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password by this proof
    Then the mail with the code is sent on behalf of the organisation
    And the subject of the mail with the code names the organisation

  Scenario: The mail that alerts Global Administrators
    Given an administrator who has registered what a reset needs
    And administrators are to be notified
    And a Global Administrator
    When the administrator resets the password
    Then the mail that alerts the Global Administrator is sent on behalf of the organisation

  Scenario: The mail that asks administrators for help
    Given a user whom the policy enables
    And no helpdesk is linked
    And there is a Password Administrator
    When the user is turned away and asks administrators for help
    Then the mail to the Password Administrator is sent on behalf of the organisation

  Scenario: The mail with a code of a registration
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then the mail with the code of the registration is sent on behalf of the organisation
    And the subject of the mail with the code of the registration names the organisation
