"""Counting attempts, and blocking who tries too often (C20 to C24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.reset.flow import View, record
from emulator.rules.auditing import BLOCKED
from emulator.rules.throttle import (
    REMEMBERED,
    Attempt,
    Counted,
    blocked_until,
    counted_together,
    forgotten_after_reset,
)
from emulator.store import ResetAttempt

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit


def count(visit: Visit, counted: Counted, subject: str = "") -> bool:
    """Count one attempt of the flow's person; False where it has led to a block."""
    user_id = visit.flow.user_id
    if user_id is None:
        return True
    option = visit.flow.option or ""
    about = subject or counted_together(counted, visit.flow.id, option, visit.bent)
    visit.session.add(ResetAttempt(user_id=user_id, counted=counted, subject=about, at=visit.now))
    _forget_old(visit)
    visit.session.flush()
    if not is_blocked(visit):
        return True
    visit.flow.view = View.THROTTLED
    record(visit, BLOCKED, _reason(counted))
    return False


def is_blocked(visit: Visit) -> bool:
    """Whether the flow's person has to wait for the end of a block."""
    mine = select(ResetAttempt).where(ResetAttempt.user_id == visit.flow.user_id)
    attempts = [Attempt(Counted(r.counted), r.at, r.subject) for r in visit.session.scalars(mine)]
    return blocked_until(attempts, visit.now, visit.bent) is not None


def _forget_old(visit: Visit) -> None:
    old = delete(ResetAttempt).where(ResetAttempt.at <= visit.now - REMEMBERED)
    visit.session.execute(old)


def forget(visit: Visit) -> None:
    """Set the counters of the flow's person back after a reset (C23)."""
    mine = delete(ResetAttempt).where(ResetAttempt.user_id == visit.flow.user_id)
    forgotten = ResetAttempt.counted.in_(forgotten_after_reset(visit.bent))
    visit.session.execute(mine.where(forgotten))


def _reason(counted: Counted) -> str:
    """What the log says; the documents give the meaning, not the exact words (J11)."""
    what = {
        Counted.FAILURE: "failed to verify too many times",
        Counted.VALIDATION: "tried to verify too many times",
        Counted.EMAIL: "asked for too many verification mails",
    }
    return f"User {what[counted]} and is blocked for 24 hours"
