@requirement:REG-09
Feature: Users who have registered enough are not asked

  Scenario: A registered user signs in
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When the user signs in
    Then the user is signed in
    And the user is not asked to register

  Scenario: Nor is a user who has just registered
    Given a user whom the policy enables
    When the user registers what a reset needs
    And the user signs in
    Then the user is not asked to register again

  @needs:policy
  Scenario: Who has too few when more are required is asked
    Given sign-in asks for registration
    And one method is enough for users
    And a user whom the policy enables
    And the user has registered one method on the pages
    When the number of required methods is raised from one to two
    And the user signs in
    Then the user is asked to register the second

  @needs:policy
  Scenario: Who has too few when a method is forbidden is asked
    Given sign-in asks for registration and a reset needs two methods
    And a user whom the policy enables
    And the user has registered an email address and another method
    When the password reset policy allows telephones and no longer email
    And the user signs in
    Then the user is asked to register the second
