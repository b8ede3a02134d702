@requirement:NOT-14 @promises:address
Feature: A code goes to the address that is being proved and to no other

  Scenario: The primary address gets no code
    Given a user whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password by this proof
    Then no code reaches the primary address

  Scenario: The primary address gets no code of the registration
    Given a user whom the policy enables
    When the user registers an alternate email address
    Then no code of the registration reaches the primary address

  Scenario: An address that only the directory holds gets no code
    Given only what is registered serves
    And a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the directory holds another address, which the user never registered
    When the user asks for a mailed code
    Then no code reaches the address that was never registered

  @needs:domain-mail
  Scenario: The user principal name of somebody without a mailbox gets no code
    Given a user without a mail address whom the policy enables
    And the user can prove the identity by a mailed code
    When the user resets the password by this proof
    Then no mail reaches the user principal name

  Scenario: Nor does the primary address of an administrator
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And the administrator can prove the identity by a mailed code
    When the user resets the password by this proof
    Then no code reaches the primary address
