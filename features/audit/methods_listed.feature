@requirement:AUD-11
Feature: The registration report lists what is registered

  Scenario: A user has registered an email address and both telephones
    Given a user whom the policy enables
    And the user has registered an email address and both telephones
    Then the registration report lists the email address and both telephones

  Scenario: Contact data that the user never registered is not in it
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    And the user has registered an email address
    Then the registration report lists the email address alone

  Scenario: A user has set up an authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    Then the registration report lists the authenticator app

  Scenario: A user has answered security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    Then the registration report lists the security questions

  Scenario: A deleted email address is in it no longer
    Given a user whom the policy enables
    And the user has registered an email address
    Then the registration report lists the email address alone
    When the user deletes the email address
    Then the registration report lists no email address

  Scenario: A user has an alternate phone beside the mobile one
    Given a user whom the policy enables
    And the user has registered a mobile phone
    And the user has registered an alternate phone too
    Then the registration report lists the mobile phone and the alternate one
