@requirement:ADM-14
Feature: Administrators prove themselves by email, authenticator app and telephone

  Scenario: An administrator who has registered them all is offered them all
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator has set up Microsoft Authenticator
    And the user has registered an email address and both telephones
    When the administrator asks for a password reset
    Then email, the authenticator app and the telephones are offered

  Scenario: An administrator proves the identity by a code of the authenticator app
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a code of the authenticator app
    When the user resets the password by this proof
    Then this proof of the administrator was accepted

  @needs:call
  Scenario: An administrator proves the identity by a call to the mobile phone
    Given the policy lets administrators reset their passwords
    And calls still reach a User Administrator
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a call to the mobile phone
    When the user resets the password by this proof
    Then this proof of the administrator was accepted
