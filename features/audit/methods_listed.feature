@requirement:AUD-11
Feature: The registration report lists what is registered

  Scenario: A user has registered an email address and both telephones
    Given a user whom the policy enables
    And the user has registered an email address and both telephones
    Then the registration report lists the email address and both telephones
