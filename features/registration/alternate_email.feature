@requirement:REG-02 @tutorial @promises:delivery
Feature: An alternate email address is registered by a mailed code

  Scenario: The code that was mailed registers the address
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then the alternate email address was accepted
    And the directory knows the alternate email address
