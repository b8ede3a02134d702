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
    Then it offers to change the email address and both telephones

  @requirement:REG-39
  Scenario: An authenticator app cannot be changed
    Given a user whom the policy enables
    And the user can prove the identity by a code of the authenticator app
    When the user opens the security info
    Then it does not offer to change the authenticator app

  @requirement:REG-39 @needs:push
  Scenario: Nor can Microsoft Authenticator
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app
    When the user opens the security info
    Then it does not offer to change the authenticator app

  @requirement:REG-39
  Scenario: Nor can security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user opens the security info
    Then it does not offer to change the security questions

  @requirement:REG-38
  Scenario: It lists no mobile phone that the user never registered
    Given a user whom the policy enables
    And the directory holds contact data that the user never registered
    And the user has registered an email address
    When the user opens the security info
    Then it lists the email address and no mobile phone

  @requirement:REG-38 @needs:clock
  Scenario: The page that asks for confirmation lists it as well
    Given a user whom the policy enables
    And the user has registered methods that last until the reconfirmation
    When the reconfirmation is an hour overdue
    And the user is asked to confirm and leaves
    Then the page that asks for confirmation lists what the user has registered

  @requirement:REG-38 @needs:push
  Scenario: It lists Microsoft Authenticator
    Given a user whom the policy enables
    And the user can prove the identity by a notification of the authenticator app
    When the user opens the security info
    Then it lists the authenticator app

  @requirement:REG-38
  Scenario: It lists security questions
    Given a user whom the policy enables
    And the user can prove the identity by answers to security questions
    When the user opens the security info
    Then it lists the security questions

  @requirement:REG-38
  Scenario: It shows the address that the user changed to
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user changes the email address
    And the user opens the security info
    Then it shows the new email address
