"""Unlocking an account, with a reset or instead of one (C28 to C30, F15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from emulator.actions.reset.flow import View, record
from emulator.store import Lockout

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit

UNLOCK = "Unlock user account (self-service)"


def unlock_account(visit: Visit) -> None:
    """
    Unlock the on-premises account and leave its password; nobody is told of it (F15).

    The cloud's own lockout goes on until its time is over (C30).
    """
    record(visit, UNLOCK, "Successfully completed unlock.")
    visit.flow.view = View.UNLOCKED


def forget_wrong_passwords(visit: Visit) -> None:
    """End smart lockout, as a reset of a forgotten password does (C28, C30)."""
    visit.session.execute(delete(Lockout).where(Lockout.user_id == visit.flow.user_id))
