@requirement:NOT-13
Feature: A password that an administrator gives a user alerts no administrators

  Scenario: A Global Administrator hears nothing
    Given a user whom the policy enables
    And a Global Administrator
    When an administrator gives the user another password
    Then no mail alerts the Global Administrator to it

  Scenario: Nor does a password that is given to an administrator
    Given an administrator who has registered what a reset needs
    And a Global Administrator
    When an administrator gives the user another password
    Then no mail alerts the Global Administrator to it
