@requirement:CFG-14
Feature: The on-premises integration page shows writeback and unlock as declared

  Scenario: An administrator looks whether passwords are written back
    When an administrator looks at the page On-premises integration under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario: The page follows what is changed
    Given the policy is changed so that nothing is written back
    When an administrator looks at the page On-premises integration under Password reset
    Then the page shows the change

  @needs:reset
  Scenario: Where nothing is synchronised there is no such page
    Given the tenant is not synchronised
    When an administrator looks for the page On-premises integration under Password reset
    Then the page is not there
