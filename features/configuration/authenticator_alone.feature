@requirement:CFG-03
Feature: The admin center refuses the authenticator app as the only method before migration

  @needs:policy
  Scenario Outline: The app without enough other methods is refused
    Given the migration has not begun
    When an administrator requires <number> of the methods <methods>
    Then the admin center refuses it

    Examples:
      | number | methods                                  |
      | 1      | Mobile app code                          |
      | 1      | Mobile app code, Mobile app notification |
      | 2      | Mobile app code, Email                   |

  @needs:policy
  Scenario Outline: The app beside enough other methods is saved
    Given the migration has not begun
    When an administrator requires <number> of the methods <methods>
    Then the admin center saves it

    Examples:
      | number | methods                              |
      | 1      | Mobile app code, Email               |
      | 2      | Mobile app code, Email, Mobile phone |
