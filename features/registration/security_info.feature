Feature: The security info lists what is registered, and what of it can be changed

  @requirement:REG-38
  Scenario: It lists an address and telephones
    Given a user whom the policy enables
    And the user has registered an email address and both telephones
    When the user opens the security info
    Then it lists the email address and both telephones

  @requirement:REG-38
  Scenario: It lists an authenticator app
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then it lists the authenticator app

  @requirement:REG-39
  Scenario: An address and a phone number can be changed
    Given a user whom the policy enables
    And the user has registered an email address and both telephones
    When the user opens the security info
    Then it offers to change the email address and the mobile phone

  @requirement:REG-39
  Scenario: An authenticator app cannot be changed
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then it does not offer to change the authenticator app
