@requirement:RST-41
Feature: No more than five codes are texted within an hour

  Background:
    Given a user whom the policy enables
    And the user can prove the identity by a texted code

  @needs:text
  Scenario: The user asks for more
    When the user asks 7 times for a texted code
    Then no more than 5 codes are texted
    And the user is blocked

  @needs:text
  Scenario: The user asks for fewer
    When the user asks 4 times for a texted code
    Then 4 codes are texted
    And the user is let in

  @needs:text @needs:clock
  Scenario: Texts of one hour count together
    When the user asks 4 times for a texted code
    And the user comes back after 50 minutes
    And the user asks 4 times for a texted code
    Then the user is blocked

  @needs:text @needs:clock
  Scenario: Texts of more than an hour ago do not count
    When the user asks 4 times for a texted code
    And the user comes back after 2 hours
    And the user asks 4 times for a texted code
    Then 4 codes are texted
    And the user is let in

  @needs:text
  Scenario: An administrator asks for more
    Given the policy lets administrators reset their passwords
    And the user holds the role User Administrator
    And the administrator can prove the identity by a texted code
    When the user asks 7 times for a texted code
    Then no more than 5 codes are texted
    And the user is blocked
