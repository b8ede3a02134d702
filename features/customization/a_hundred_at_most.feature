@requirement:CUS-05
Feature: The form writes to a hundred people at most

  @needs:reset
  Scenario: There are more than a hundred who could be asked
    Given a user whom the policy enables
    And no helpdesk is linked
    And there are more than a hundred Password Administrators
    When the user is turned away and asks administrators for help
    Then a hundred people were written to
