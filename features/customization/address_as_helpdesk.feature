@requirement:CUS-06
Feature: A helpdesk address opens a mail to it

  @needs:policy
  Scenario: The helpdesk is an address
    Given a user whom the policy enables
    When the helpdesk becomes help@contoso.com
    And the user asks for a password reset
    Then the link leads to mailto:help@contoso.com

  @needs:policy
  Scenario: So it does on the registration pages
    Given a user whom the policy enables
    When the helpdesk becomes help@contoso.com
    And the user registers what a reset needs
    Then the registration pages link to mailto:help@contoso.com
