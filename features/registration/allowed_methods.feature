@requirement:REG-16
Feature: The wizard offers no method that the policy does not allow

  Scenario: The user looks what else could be added
    Given a user whom the policy enables
    When the user registers what a reset needs and looks what else could be added
    Then only methods that the policy allows could be chosen

  @needs:policy
  Scenario: Nor one that the policy no longer allows
    Given a user whom the policy enables
    When the password reset policy allows telephones and no longer email
    And the user tries to register an email address
    Then the email address could not be chosen
