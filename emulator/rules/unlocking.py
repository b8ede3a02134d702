"""What becomes of smart lockout when people help themselves (C28, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent


def unlocks_on_premises(bent: Bent, *, unlock_only: bool) -> bool:
    """Whether the on-premises account is unlocked: after a reset as by an unlocking (H10, C29)."""
    if unlock_only:
        return "unlock-changes-nothing" not in bent
    return "on-premises-stays-locked" not in bent


def ends_lockout(bent: Bent, *, unlock_only: bool) -> bool:
    """
    Whether the cloud's lockout ends at once.

    It does after a reset of a forgotten password; for someone who knows the password and only
    unlocks the on-premises account it runs on (C30).
    """
    if unlock_only:
        return "unlock-ends-lockout" in bent
    return "reset-keeps-lockout" not in bent
