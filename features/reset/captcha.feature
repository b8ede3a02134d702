@requirement:RST-02 @tutorial
Feature: A picture has to be read until Microsoft removed it

  Scenario: The first page asks for the characters in a picture only before the removal
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the page asks for the characters in a picture only before their removal
