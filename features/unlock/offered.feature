@requirement:UNL-01
Feature: Unlocking alone is offered where the policy allows it

  @needs:on-premises
  Scenario: The user can choose between a reset and an unlock
    Given a user whom the policy enables
    And the user is synchronised and may unlock the account alone
    And the user has registered what a reset needs
    When the user resets the password
    Then unlocking alone was offered
    And the page says that the password has been reset

  @needs:on-premises
  Scenario: So can a federated user
    Given a user whom the policy enables
    And the user is federated and may unlock the account alone
    And the user has registered what a reset needs
    When the user resets the password
    Then unlocking alone was offered

  @needs:on-premises
  Scenario: So can an administrator
    Given the policy lets administrators reset their passwords
    And an administrator who has registered what a reset needs
    And the user is synchronised and may unlock the account alone
    When the administrator resets the password
    Then unlocking alone was offered

  @needs:on-premises @needs:policy
  Scenario: So can a user after a while in which it was forbidden
    Given a user whom the policy enables
    And the user is synchronised and may unlock the account alone
    And the user has registered what a reset needs
    And for a while unlocking alone was forbidden
    When the user resets the password
    Then unlocking alone was offered
