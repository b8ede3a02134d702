@requirement:CFG-18
Feature: As many security questions are defined as users are to register

  @needs:policy
  Scenario: One question too few is refused
    When an administrator asks users for 4 questions and defines 3
    Then the admin center refuses it

  @needs:policy
  Scenario: Just enough questions are saved
    When an administrator asks users for 4 questions and defines 4
    Then the admin center saves it
