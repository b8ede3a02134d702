@requirement:AUD-04
Feature: The rows of one reset can be told from those of another

  @tutorial
  Scenario: The user resets the password
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password
    Then all rows of the reset carry one correlation id

  Scenario: Two resets carry two
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user resets the password twice
    Then the rows of the two resets carry two correlation ids
