@requirement:REG-05
Feature: Enabled users can register whether or not sign-in asks for it

  @needs:policy
  Scenario: Sign-in does not ask, and the user registers all the same
    Given a user whom the policy enables
    When sign-in no longer asks for registration
    And the user registers an alternate email address
    Then the registration page serves the user
    And the alternate email address was accepted

  Scenario Outline: The short address <address> leads there
    Given a user whom the policy enables
    When the user opens the short address <address>
    Then the short address leads to the registration

    Examples:
      | address                  |
      | aka.ms/ssprsetup         |
      | aka.ms/mfasetup          |
      | aka.ms/setupsecurityinfo |
      | aka.ms/mysecurityinfo    |
