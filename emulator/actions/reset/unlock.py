"""Unlocking an account, with a reset or instead of one (C28 to C30, F15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from emulator.actions.reset import news
from emulator.actions.reset.flow import View, record
from emulator.rules.auditing import UNLOCK
from emulator.rules.unlocking import ends_lockout
from emulator.store import Lockout

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit


def unlock_account(visit: Visit) -> None:
    """Unlock the flow's on-premises account and leave its password."""
    end_lockout(visit)
    record(visit, UNLOCK, "Successfully completed unlock.")
    visit.flow.view = View.UNLOCKED
    if user := visit.user:
        news.tell(visit, user)


def end_lockout(visit: Visit) -> None:
    """Forget the wrong passwords that locked the account, where what was chosen does that."""
    if ends_lockout(visit.bent, unlock_only=visit.flow.unlock_only):
        mine = delete(Lockout).where(Lockout.user_id == visit.flow.user_id)
        visit.session.execute(mine)
