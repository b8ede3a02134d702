"""The older policy for multifactor sign-in, until the migration is complete (B16, I2, I3, I7)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.registration import Kind
from sspr.policy import MigrationState

if TYPE_CHECKING:
    from collections.abc import Iterable


class Setting(StrEnum):
    """A verification option of that policy; how its page names them is in I7."""

    CALL = "callToPhone"
    TEXT = "textMessageToPhone"
    NOTIFICATION = "notificationThroughMobileApp"
    CODE = "verificationCodeFromAppOrToken"


_REGISTERS = {
    Setting.CALL: frozenset({Kind.PHONE}),
    Setting.TEXT: frozenset({Kind.PHONE}),
    Setting.NOTIFICATION: frozenset({Kind.AUTHENTICATOR}),
    Setting.CODE: frozenset({Kind.AUTHENTICATOR, Kind.OATH}),
}


def registers(settings: Iterable[str], state: MigrationState) -> frozenset[Kind]:
    """
    What the policy lets people add to their security info, whatever the reset policy says.

    Once the migration is complete it is ignored (I2). That a method which only this policy allows
    does not serve for a reset is chosen: before migration such policies are for sign-in (I2).
    """
    if state is MigrationState.COMPLETE:
        return frozenset()
    return frozenset(kind for name in settings for kind in _REGISTERS[Setting(name)])
