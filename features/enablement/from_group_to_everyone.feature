@requirement:ENA-06
Feature: Moving from a group to All asks nobody to register again

  @needs:policy
  Scenario: Who was registered stays registered
    Given a user whom the policy enables
    And the user has registered what a reset needs
    When password reset is set to All
    And the user signs in
    Then the user is not asked to register again
