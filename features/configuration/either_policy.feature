@requirement:CFG-06
Feature: Before and during migration a method serves that either policy allows

  @needs:policy
  Scenario Outline: During migration the password reset policy <one> email, the other <other> it
    Given a user whom the policy enables
    And the user has registered an email address and another method
    And the migration is in progress and the password reset policy <one> email
    And the Authentication methods policy <other> email
    When the user asks for a password reset
    Then email is offered

    Examples:
      | one     | other   |
      | allows  | forbids |
      | forbids | allows  |

  @needs:policy
  Scenario: During migration both policies forbid email
    Given a user whom the policy enables
    And the user has registered an email address and another method
    And the migration is in progress and the password reset policy forbids email
    And the Authentication methods policy forbids email
    When the user asks for a password reset
    Then email is not offered

  @needs:policy
  Scenario Outline: During migration email can be registered that the password reset policy <one>, the other <other>
    Given a user whom the policy enables
    And the migration is in progress and the password reset policy <one> email
    And the Authentication methods policy <other> email
    When the user registers an alternate email address that either policy allows
    Then the alternate email address could be chosen and was accepted

    Examples:
      | one     | other   |
      | allows  | forbids |
      | forbids | allows  |

  @needs:policy
  Scenario: Before migration the password reset policy suffices
    Given the migration has not begun
    And a user whom the policy enables
    And the user has registered an email address and another method
    And the password reset policy allows email
    And the Authentication methods policy forbids email
    When the user asks for a password reset
    Then email is offered

  @needs:policy
  Scenario: So it does once a migration that was complete is taken back
    Given the migration has not begun
    And a user whom the policy enables
    And the user can prove the identity by a mailed code
    And the Authentication methods policy forbids email
    And for a while the migration was complete
    When the user asks for a password reset
    Then email is offered

  @needs:policy
  Scenario: During migration texts serve that the password reset policy alone allows
    Given the policy allows email and the mobile phone
    And a user whom the policy enables
    And the user has registered an email address
    And the user has registered a mobile phone
    And the migration is in progress and the Authentication methods policy forbids texts
    When the user asks for a password reset
    Then the reset offers a texted code
