@requirement:HYB-07
Feature: The pages keep the on-premises password policy to themselves

  @needs:on-premises
  Scenario: A password that is too short on-premises is refused without the rule
    Given a user whom the policy enables
    And writeback is on
    And the user is synchronised with the on-premises directory
    And the user has registered what a reset needs
    And the on-premises directory wants long passwords
    When the user chooses a password that is long enough for the cloud alone
    Then the pages tell nothing of what the on-premises directory wants
