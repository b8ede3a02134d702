@requirement:REG-10
Feature: What is registered has to be confirmed after the declared number of days

  Background:
    Given a user whom the policy enables

  @needs:clock
  Scenario: Not before the days have passed
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation falls due in an hour
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock
  Scenario: Once they have passed
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock
  Scenario: Whoever has confirmed is not asked again
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user comes to the registration pages again
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock @needs:policy
  Scenario Outline: A changed number of days is followed: <days> days later
    Given the user has registered methods that last <days> days
    When confirmation is wanted after 45 days
    And <days> days pass
    And the user signs in
    Then the user is <asked> to confirm the security info

    Examples:
      | days | asked     |
      | 44   | not asked |
      | 46   | asked     |

  @needs:clock @needs:policy
  Scenario: Days after a confirmation it is asked for again
    Given the user has registered methods that last 92 days
    When confirmation is wanted after 45 days
    And 46 days pass
    And the user comes to the registration pages again
    And 46 days pass
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock @needs:policy
  Scenario: More than a year can be declared
    Given the user has registered methods that last 400 days
    When confirmation is wanted after 730 days
    And 400 days pass
    And the user signs in
    Then the user is not asked to confirm the security info

  @needs:clock
  Scenario: So do administrators
    Given administrators need as many methods as users
    And the user has registered methods that last until the reconfirmation
    And the user holds the role User Administrator
    When the reconfirmation is an hour overdue
    And the user signs in
    Then the administrator is asked to confirm the security info

  @needs:clock
  Scenario: Whoever is asked and does not confirm is asked again
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user is asked to confirm and leaves
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock @needs:policy
  Scenario: Once they have passed, though for a while nobody was asked
    Given the user has registered methods that last until the reconfirmation
    And for a while nobody was asked to confirm
    When the reconfirmation is an hour overdue
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock
  Scenario: Once they have passed, whoever has signed in meanwhile
    Given the user has registered methods that last until the reconfirmation
    When the reconfirmation falls due in an hour
    And the user signs in without being asked
    And the user comes back after 2 hours
    And the user signs in
    Then the user is asked to confirm the security info

  @needs:clock @needs:on-premises
  Scenario: So do users whose passwords are managed on-premises
    Given the user has registered methods that last until the reconfirmation
    And the user is synchronised with the on-premises directory
    When the reconfirmation is an hour overdue
    And the user signs in
    Then the user is asked to confirm the security info
