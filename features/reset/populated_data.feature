@requirement:RST-21
Feature: Contact data that an administrator entered serves without registration

  Scenario: A user whose data the directory holds is asked to verify
    Given a user whom the policy enables
    And the policy allows email and the mobile phone
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the data of the directory serves
