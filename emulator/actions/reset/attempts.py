"""Counting attempts, and blocking who tries too often (C20 to C24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.reset.flow import View, record
from emulator.actions.standing import account_of
from emulator.rules import counting
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
    from sqlalchemy.orm import Session

    from emulator.actions.reset.visit import Visit
    from emulator.store import User
    from emulator.tenant import Tenant


def count(visit: Visit, counted: Counted, subject: str = "") -> bool:
    """Count one attempt of the flow's person; False where it has led to a block."""
    user_id = visit.flow.user_id
    if user_id is None:
        return True
    option = visit.flow.option or ""
    if not counting.counts(counted, option, visit.bent, unlocking=visit.flow.unlock_only):
        return True
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
    user = visit.user
    return user is not None and blocks(visit.session, visit.tenant, user)


def blocks(session: Session, tenant: Tenant, user: User) -> bool:
    """Whether ``user`` is blocked from the reset now."""
    known = select(ResetAttempt)
    if not counting.are_shared(tenant.bent):
        known = known.where(ResetAttempt.user_id == user.id)
    attempts = [Attempt(Counted(r.counted), r.at, r.subject) for r in session.scalars(known)]
    administrator = account_of(session, tenant, user).is_administrator
    if counting.is_spared(tenant.bent, administrator=administrator):
        return False
    return blocked_until(attempts, tenant.clock.now(), tenant.bent) is not None


def _forget_old(visit: Visit) -> None:
    old = delete(ResetAttempt).where(ResetAttempt.at <= visit.now - REMEMBERED)
    visit.session.execute(old)


def forget(visit: Visit) -> None:
    """Set the counters of the flow's person back after a reset (C23)."""
    forgotten = ResetAttempt.counted.in_(forgotten_after_reset(visit.bent))
    over = delete(ResetAttempt).where(forgotten)
    if not counting.are_forgotten_of_all(visit.bent):
        over = over.where(ResetAttempt.user_id == visit.flow.user_id)
    visit.session.execute(over)


def _reason(counted: Counted) -> str:
    """What the log says; the documents give the meaning, not the exact words (J11)."""
    what = {
        Counted.FAILURE: "failed to verify too many times",
        Counted.VALIDATION: "tried to verify too many times",
        Counted.EMAIL: "asked for too many verification mails",
    }
    return f"User {what[counted]} and is blocked for 24 hours"
