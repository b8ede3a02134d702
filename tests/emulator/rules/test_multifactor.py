"""What the older policy for multifactor sign-in lets people add."""

from __future__ import annotations

import pytest

from emulator.rules.multifactor import Setting, registers
from emulator.rules.offering import offered
from emulator.rules.registration import Duty, Kind
from sspr.policy import Method, MigrationState

EVERYTHING = frozenset(Setting)
PHONE_DUTY = Duty(
    enabled=False,
    permitted=frozenset({Method.EMAIL}),
    required=1,
    asked=True,
    reconfirm_after_days=180,
    multifactor=frozenset({Kind.PHONE}),
)


@pytest.mark.parametrize(
    ("setting", "kinds"),
    [
        (Setting.CALL, {Kind.PHONE}),
        (Setting.TEXT, {Kind.PHONE}),
        (Setting.NOTIFICATION, {Kind.AUTHENTICATOR}),
        (Setting.CODE, {Kind.AUTHENTICATOR, Kind.OATH}),
    ],
)
def test_each_setting_stands_for_its_methods(setting: Setting, kinds: set[Kind]) -> None:
    """The names of the older policy map to what is registered (I7)."""
    assert registers([setting], MigrationState.PRE_MIGRATION) == kinds


def test_a_completed_migration_ends_it() -> None:
    """Only before completion the older policy counts (I2, I3)."""
    assert registers(EVERYTHING, MigrationState.IN_PROGRESS)
    assert not registers(EVERYTHING, MigrationState.COMPLETE)


def test_it_adds_to_security_info_and_asks_nobody() -> None:
    """A method off for resets and on for sign-in is offered by Add method alone (B16)."""
    assert Kind.PHONE in offered(PHONE_DUTY, has_business_phone=False, managing=True)
    assert not offered(PHONE_DUTY, has_business_phone=False, managing=False)
