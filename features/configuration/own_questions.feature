@requirement:CFG-21
Feature: The admin center takes twenty security questions of the tenant's own, of 3 to 200 characters each and none twice

  @needs:policy
  Scenario Outline: A question of <number> characters is taken
    When an administrator writes a security question of <number> characters
    Then the admin center saves it

    Examples:
      | number |
      | 3      |
      | 200    |

  @needs:policy
  Scenario Outline: A question of <number> characters is refused
    When an administrator writes a security question of <number> characters
    Then the admin center refuses it

    Examples:
      | number |
      | 2      |
      | 201    |

  @needs:policy
  Scenario: Twenty are taken
    When an administrator writes 20 security questions of the tenant's own
    Then the admin center saves it

  @needs:policy
  Scenario: One more is refused
    When an administrator writes 21 security questions of the tenant's own
    Then the admin center refuses it

  @needs:policy
  Scenario: One question twice is refused
    When an administrator writes one security question twice
    Then the admin center refuses it
