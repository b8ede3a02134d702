"""Counting attempts, and blocking who tries too often (C20 to C24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.reset.flow import View, record
from emulator.rules.throttle import Attempt, Counted, blocked_until, forgotten_after_reset
from emulator.store import ResetAttempt

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow, User
    from emulator.tenant import Tenant

BLOCKED = "Blocked from self-service password reset"


def count(
    session: Session, tenant: Tenant, flow: ResetFlow, counted: Counted, subject: str = ""
) -> bool:
    """Count one attempt of the flow's person; False where it has led to a block."""
    if flow.user_id is None:
        return True
    now = tenant.clock.now()
    session.add(ResetAttempt(user_id=flow.user_id, counted=counted, subject=subject, at=now))
    session.flush()
    if not is_blocked(session, tenant, flow.user_id):
        return True
    flow.view = View.THROTTLED
    record(session, tenant, flow, BLOCKED, _reason(counted))
    return False


def is_blocked(session: Session, tenant: Tenant, user_id: str) -> bool:
    """Whether the person has to wait for the end of a block."""
    rows = session.scalars(select(ResetAttempt).where(ResetAttempt.user_id == user_id))
    attempts = [Attempt(Counted(row.counted), row.at, row.subject) for row in rows]
    return blocked_until(attempts, tenant.clock.now(), tenant.bent) is not None


def forget(session: Session, tenant: Tenant, user: User) -> None:
    """Set a person's counters back after a reset (C23)."""
    if forgotten_after_reset(tenant.bent):
        session.execute(delete(ResetAttempt).where(ResetAttempt.user_id == user.id))


def _reason(counted: Counted) -> str:
    """What the log says; the documents give the meaning, not the exact words (J11)."""
    what = {
        Counted.FAILURE: "failed to verify too many times",
        Counted.VALIDATION: "tried to verify too many times",
        Counted.EMAIL: "asked for too many verification mails",
    }
    return f"User {what[counted]} and is blocked for 24 hours"
