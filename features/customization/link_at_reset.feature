@requirement:CUS-02 @tutorial
Feature: The helpdesk link stands on the reset pages

  Scenario: A user who has registered nothing is sent to the helpdesk
    Given a user whom the policy enables
    When the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy

  Scenario: So is a user whose code does not come
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the policy allows codes by mail
    When the user waits in vain for a mailed code
    Then the help that is offered is the helpdesk of the policy

  @needs:policy
  Scenario: So is a user after a while in which another helpdesk was linked
    Given a user whom the policy enables
    And for a while another helpdesk was linked
    When the user asks for a password reset
    Then the page that turns the user away offers the helpdesk of the policy
