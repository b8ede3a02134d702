@requirement:REG-02 @tutorial @promises:delivery
Feature: An alternate email address is registered by a mailed code

  Scenario: The code that was mailed registers the address
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then the alternate email address was accepted
    And the directory knows the alternate email address

  Scenario: So it does once the user has deleted the address
    Given a user whom the policy enables
    And the user has registered an email address among what a reset needs
    When the user deletes the email address
    And the user adds it to the security info again
    Then the alternate email address was accepted
    And the directory knows the alternate email address
