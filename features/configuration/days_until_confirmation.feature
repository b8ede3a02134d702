@requirement:CFG-17
Feature: The admin center takes 0 to 730 days until confirmation

  @needs:policy
  Scenario Outline: <days> days are taken
    When an administrator sets <days> days until confirmation
    Then the admin center saves it

    Examples:
      | days |
      | 0    |
      | 730  |

  @needs:policy
  Scenario: A day more is refused
    When an administrator sets 731 days until confirmation
    Then the admin center refuses it
