@requirement:RST-07
Feature: Only allowed and registered methods are offered

  Scenario: The user has registered more than the policy allows
    Given a user whom the policy enables
    And email and both telephones give what a reset needs
    And the user has registered an email address and both telephones
    When the user asks for a password reset
    Then only methods that are allowed and registered are offered
