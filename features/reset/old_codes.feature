@requirement:RST-11
Feature: A code serves for five minutes

  @needs:clock
  Scenario: A mailed code that is typed too late is refused
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user types each code after 5 minutes
    When the user resets the password by this proof
    Then the old code is refused

  @needs:clock
  Scenario: A mailed code that is typed in time is accepted
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user types each code after 4 minutes
    When the user resets the password by this proof
    Then this proof was accepted in time

  @needs:clock @needs:text
  Scenario: A texted code that is typed too late is refused
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user types each code after 5 minutes
    When the user resets the password by this proof
    Then the old code is refused

  @needs:clock @needs:text
  Scenario: A texted code that is typed in time is accepted
    Given a user whom the policy enables
    And the user can prove the identity by a texted code
    And the user types each code after 4 minutes
    When the user resets the password by this proof
    Then this proof was accepted in time

  @needs:clock
  Scenario: A code of the app that is typed much too late is refused
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the user types each code of the app after 10 minutes
    When the user resets the password by this proof
    Then the old code is refused

  @needs:clock
  Scenario: An administrator's mailed code that is typed too late is refused
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a mailed code
    And the user types each code after 5 minutes
    When the user resets the password by this proof
    Then the old code is refused

  @needs:clock @needs:guests
  Scenario: So is a guest's
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the user is a guest who was invited by an address
    And the user types each code after 5 minutes
    When the user resets the password by this proof
    Then the old code is refused
