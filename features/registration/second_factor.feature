@requirement:REG-23
Feature: Who has a second factor must use it before changing security info

  Scenario: The user comes back to the registration page
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the registration page
    Then the user was asked for the second factor

  Scenario: The user comes back to the security info
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then the security info asked for the second factor
    And the security info opens

  Scenario: A wrong code does not open the security info
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    And the user mistypes every code
    When the user opens the security info
    Then the security info does not open

  @needs:text
  Scenario: A mobile phone is such a factor too
    Given texts reach users
    And a user whom the policy enables
    And the user has registered a mobile phone
    When the user opens the security info
    Then the security info asked for the second factor
    And the security info opens

  @needs:text
  Scenario: A wrong code that was texted does not open it either
    Given texts reach users
    And a user whom the policy enables
    And the user has registered a mobile phone
    And the user mistypes every texted code
    When the user opens the security info
    Then the security info does not open

  Scenario: So does an administrator
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then the security info asked for the second factor

  @needs:on-premises
  Scenario: So does a synchronised user
    Given a user whom the policy enables
    And the user is synchronised with the on-premises directory
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then the security info asked for the second factor
