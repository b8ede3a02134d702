@requirement:CFG-14
Feature: The on-premises integration page shows writeback and unlock as declared

  Scenario: An administrator looks whether passwords are written back
    When an administrator looks at the page On-premises integration under Password reset
    Then the page shows what is declared

  @needs:policy
  Scenario Outline: The page follows what is changed: <change>
    Given the policy is changed so that <change>
    When an administrator looks at the page On-premises integration under Password reset
    Then the page shows the change

    Examples:
      | change                                 |
      | nothing is written back                |
      | accounts are unlocked by a reset alone |

  @needs:reset
  Scenario: Where nothing is synchronised there is no such page
    Given the tenant is not synchronised
    When an administrator looks for the page On-premises integration under Password reset
    Then the page is not there
