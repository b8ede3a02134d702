"""Counting attempts, and blocking who tries too often (C20 to C24)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.reset.flow import View, record
from emulator.actions.reset.past import was_blocked
from emulator.actions.standing import account_of
from emulator.rules import counting
from emulator.rules.auditing import BLOCKED
from emulator.rules.throttle import (
    BLOCK,
    REMEMBERED,
    Attempt,
    Counted,
    blocked_until,
    counted_together,
    forgotten_after_reset,
    last_blocks,
)
from emulator.store import ResetAttempt

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.actions.reset.visit import Visit
    from emulator.deviations import Case
    from emulator.store import User
    from emulator.tenant import Tenant


_SHORTENED = dt.timedelta(hours=20)  # what a deviation takes off somebody's block


def count(visit: Visit, counted: Counted, subject: str = "") -> bool:
    """Count one attempt of the flow's person; False where it has led to a block."""
    user_id = visit.flow.user_id
    if user_id is None:
        return True
    option = visit.flow.option or ""
    if not counting.counts(
        counted,
        option,
        visit.bent,
        unlocking=visit.flow.unlock_only,
        steps_passed=len(visit.flow.passed),
        administers=lambda: visit.administers,
        guest=visit.is_guest,
    ):
        return True
    about = subject or counted_together(counted, visit.flow.id, option, visit.bent)
    visit.session.add(ResetAttempt(user_id=user_id, counted=counted, subject=about, at=visit.now))
    _forget_old(visit)
    visit.session.flush()
    if not _has_led_to_block(visit):
        return True
    visit.flow.view = View.THROTTLED
    user = visit.user
    further = user is not None and was_blocked(visit.session, user, visit.now)
    if not _is_untold(visit) and counting.is_told(counted, visit.bent, further=further):
        record(visit, BLOCKED, _reason(counted))
    return False


def _is_untold(visit: Visit) -> bool:
    """Whether the log keeps silent about the blocks of such a person: it tells of each (C24)."""
    return visit.bent.meets({"administrators-block-untold": lambda: visit.administers})


def failures_of(visit: Visit) -> int:
    """How often the flow's person has failed of late."""
    user = visit.user
    known = _attempts(visit.session, visit.tenant, user) if user else []
    return sum(each.counted is Counted.FAILURE for each in known)


def bar(visit: Visit) -> None:
    """A block holds in every window that the flow's person has open, not in one alone (C20)."""
    under_way = visit.flow.view in {View.TROUBLE, View.VERIFY, View.CHOOSE}
    if under_way and counting.bars_all_windows(visit.bent) and is_blocked(visit):
        visit.flow.view = View.THROTTLED


def is_blocked(visit: Visit) -> bool:
    """Whether the flow's person has to wait for the end of a block."""
    user = visit.user
    return user is not None and blocks(visit.session, visit.tenant, user)


def blocks(session: Session, tenant: Tenant, user: User) -> bool:
    """Whether ``user`` is blocked from the reset now."""
    known = _attempts(session, tenant, user)
    if _is_spared(session, tenant, user):
        known = [each for each in known if each.counted is not Counted.FAILURE]
    return blocked_until(known, _counted_at(session, tenant, user), tenant.bent) is not None


def _counted_at(session: Session, tenant: Tenant, user: User) -> dt.datetime:
    """When a block is looked at: now, whosever it is (C20)."""
    shortened: dict[str, Case] = {
        "administrators-block-ends-early": lambda: (
            account_of(session, tenant, user).is_administrator
        ),
        "guests-block-ends-early": user.is_guest,
    }
    now = tenant.clock.now()
    return now + _SHORTENED if tenant.bent.meets(shortened) else now


def _has_led_to_block(visit: Visit) -> bool:
    """Whether the attempt that was counted last is one too many."""
    user = visit.user
    if user is None:
        return False
    known = _attempts(visit.session, visit.tenant, user)
    if known[-1].counted is Counted.FAILURE and _is_spared(visit.session, visit.tenant, user):
        return False
    further = was_blocked(visit.session, user, visit.now - BLOCK)
    at_once = counting.blocks_at_once(known[-1].counted, visit.bent, further=further)
    return last_blocks(known, visit.bent) or at_once


def _attempts(session: Session, tenant: Tenant, user: User) -> list[Attempt]:
    known = select(ResetAttempt).order_by(ResetAttempt.id)
    if not counting.are_shared(tenant.bent):
        known = known.where(ResetAttempt.user_id == user.id)
    return [Attempt(Counted(r.counted), r.at, r.subject) for r in session.scalars(known)]


def _is_spared(session: Session, tenant: Tenant, user: User) -> bool:
    administrator = account_of(session, tenant, user).is_administrator
    further = was_blocked(session, user, tenant.clock.now() - BLOCK)
    return counting.is_spared(
        tenant.bent,
        administrator=administrator,
        further=further,
        guest=user.is_guest,
        on_premises=user.on_premises,
    )


def _forget_old(visit: Visit) -> None:
    old = delete(ResetAttempt).where(ResetAttempt.at <= visit.now - REMEMBERED)
    visit.session.execute(old)


def forget(visit: Visit) -> None:
    """Set the counters of the flow's person back after a reset (C23)."""
    forgotten = ResetAttempt.counted.in_(forgotten_after_reset(visit.bent))
    over = delete(ResetAttempt).where(forgotten)
    if not counting.are_forgotten_of_all(visit.bent):
        over = over.where(ResetAttempt.user_id == visit.flow.user_id)
    kept = ResetAttempt.subject.in_(counting.kept_after_reset(visit.bent))
    visit.session.execute(over.where(~kept))


def forget_of(session: Session, user: User) -> None:
    """Set all counters of ``user`` back, which no sign-in does (C23)."""
    session.execute(delete(ResetAttempt).where(ResetAttempt.user_id == user.id))


def forget_failures(visit: Visit) -> None:
    """Set the counter of the person's failures back, which no step that is passed does (C23)."""
    failures = delete(ResetAttempt).where(ResetAttempt.counted == Counted.FAILURE)
    visit.session.execute(failures.where(ResetAttempt.user_id == visit.flow.user_id))


def _reason(counted: Counted) -> str:
    """What the log says; the documents give the meaning, not the exact words (J11)."""
    what = {
        Counted.FAILURE: "failed to verify too many times",
        Counted.VALIDATION: "tried to verify too many times",
        Counted.EMAIL: "asked for too many verification mails",
    }
    return f"User {what[counted]} and is blocked for 24 hours"
