@requirement:RST-10
Feature: Contact data that was never registered does not serve

  Scenario: A user whose data the directory merely holds is turned away
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the user is turned away

  Scenario: Nor does such data make up for a method that is missing
    Given a user whom the policy enables
    And the user has registered one method less than a reset needs
    And the directory holds contact data that the user never registered
    When the user asks for a password reset
    Then the user is turned away
