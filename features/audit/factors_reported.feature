@requirement:AUD-28
Feature: The registration report tells who has a method for multifactor sign-in

  Scenario: An authenticator app is one
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    Then the registration report says that the user has a method for multifactor sign-in

  Scenario: A mobile phone is one
    Given a user in no group
    And the user has registered a mobile phone
    Then the registration report says that the user has a method for multifactor sign-in

  Scenario: An email address is none
    Given a user in no group
    And an administrator has registered an email address of the user
    Then the registration report says that the user has no method for multifactor sign-in

  Scenario: Codes by telephone or mail let nobody sign in without a password
    Given a user in no group
    And the user has registered a mobile phone
    And an administrator has registered an email address of the user
    Then the registration report says that the user cannot sign in without a password
