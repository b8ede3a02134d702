@requirement:HYB-12
Feature: The audit log tells when writeback is switched

  @needs:policy
  Scenario: Writeback is switched off
    Given writeback is switched on
    When writeback is switched off
    Then the audit log tells that writeback was switched off

  @needs:policy
  Scenario: Writeback is switched on
    Given writeback is switched off
    When writeback is switched on
    Then the audit log tells that writeback was switched on
