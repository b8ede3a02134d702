@requirement:CUS-07
Feature: Where a helpdesk page is linked, no administrator gets a mail

  Scenario: A user who is turned away looks for help
    Given a user whom the policy enables
    And a helpdesk page is linked
    And there is a Helpdesk Administrator
    When the user is turned away and asks administrators for help
    Then the Helpdesk Administrator gets no mail beside the helpdesk page

  Scenario: An administrator who is turned away looks for help
    Given the policy lets administrators reset their passwords
    And a user in no group
    And the user holds the role User Administrator
    And a helpdesk page is linked
    And there is a Helpdesk Administrator
    When the user is turned away and asks administrators for help
    Then the Helpdesk Administrator gets no mail beside the helpdesk page
