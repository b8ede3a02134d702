@requirement:PWD-19
Feature: Passwords last as long as the domain says

  @needs:clock
  Scenario: Where they last for ever the password still signs in after two years
    Given a user, enabled or not
    And the domain lets passwords last for ever
    When 730 days pass
    And the user signs in
    Then the user did not have to choose a new password

  @needs:clock @needs:reset
  Scenario: Where they last 90 days a new one is wanted after that
    Given a user, enabled or not
    And the domain lets passwords last 90 days
    When 90 days pass
    And the user signs in
    Then the user had to choose a new password as the old one had expired

  @needs:clock @needs:reset
  Scenario: A day before it still signs in
    Given a user, enabled or not
    And the domain lets passwords last 90 days
    When 89 days pass
    And the user signs in
    Then the user did not have to choose a new password

  @needs:clock @needs:reset
  Scenario: An account that is exempt keeps its password
    Given a user, enabled or not
    And the domain lets passwords last 90 days
    And the user's password is exempt from that
    When 90 days pass
    And the user signs in
    Then the user did not have to choose a new password

  @needs:clock @needs:reset
  Scenario: A reset begins the time anew
    Given a user whom the policy enables
    And the user has registered methods that last 121 days
    And the domain lets passwords last 90 days
    When the user resets the password after 60 days
    And 60 days pass
    And the user signs in with the new password
    Then the user did not have to choose a new password

  @needs:clock @needs:reset
  Scenario: So does a change
    Given a user, enabled or not
    And the domain lets passwords last 90 days
    When the user changes the known password after 60 days
    And 60 days pass
    And the user signs in
    Then the user did not have to choose a new password

  @needs:clock @needs:reset
  Scenario: An account that is exempt no longer needs a new one
    Given a user, enabled or not
    And the domain lets passwords last 90 days
    And the user's password is exempt from that
    When 100 days pass
    And the user's password is exempt from that no longer
    And the user signs in
    Then the user had to choose a new password as the old one had expired

  @needs:clock @needs:reset
  Scenario: A reset exempts nobody from it
    Given a user whom the policy enables
    And the user has registered what a reset needs
    And the domain lets passwords last 90 days
    When the user succeeds in resetting the password
    And 90 days pass
    And the user signs in
    Then the user had to choose a new password as the old one had expired

  @needs:clock @needs:reset
  Scenario: An expired password can be reset like any other
    Given a user whom the policy enables
    And the user has registered methods that last 121 days
    And the domain lets passwords last 90 days
    When 100 days pass
    And the user asks for a password reset
    Then the user is asked to verify all the same
