@requirement:REG-35
Feature: One alternate phone can be added on the security info page alone, and only where calls are allowed

  Background:
    Given the policy allows the mobile phone
    And a user whom the policy enables

  @needs:text
  Scenario: The user looks what could be added to the security info
    Given the user can prove the identity by a texted code
    When the user looks what could be added to the security info
    Then an alternate phone is among it

  Scenario: The user looks what the wizard at sign-in offers
    Given the user has registered a mobile phone
    When the user looks what the wizard at sign-in offers
    Then no alternate phone is among it

  @needs:text @needs:policy
  Scenario: Calls are forbidden
    Given the migration is complete
    And the user can prove the identity by a texted code
    And the Authentication methods policy forbids calls
    When the user looks what could be added to the security info
    Then no alternate phone is among it

  @needs:text
  Scenario: Who has an alternate phone adds no other
    Given the user can prove the identity by a texted code
    And the user has registered an alternate phone too
    When the user looks what could be added to the security info
    Then no alternate phone is among it
