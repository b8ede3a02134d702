"""A reset under way: where the person stands, and what the audit log says of it (J6 to J11)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions import audit
from emulator.actions.standing import account_of
from emulator.rules.auditing import PROGRESS, correlation
from emulator.rules.lifetimes import KEPT, session_lives
from emulator.rules.secrets_hash import matches
from emulator.store import ResetFlow, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.actions.reset.visit import Visit
    from emulator.rules.enablement import Block
    from emulator.tenant import Tenant


class View(StrEnum):
    """Where a person stands in the reset portal."""

    IDENTIFY = "identify"
    TROUBLE = "trouble"
    VERIFY = "verify"
    CHOOSE = "choose"
    DONE = "done"
    UNLOCKED = "unlocked"
    BLOCKED = "blocked"
    THROTTLED = "throttled"
    EXPIRED = "expired"
    CONTACT = "contact"
    CANCELLED = "cancelled"


_LAST_VIEWS = frozenset(
    {View.DONE, View.UNLOCKED, View.BLOCKED, View.THROTTLED, View.EXPIRED, View.CANCELLED}
)


def begin(session: Session, tenant: Tenant, *, return_url: str, ip: str) -> ResetFlow:
    """A fresh flow at the question who it is."""
    session.execute(delete(ResetFlow).where(ResetFlow.started_at <= tenant.clock.now() - KEPT))
    flow = ResetFlow(
        started_at=tenant.clock.now(), return_url=return_url, ip=ip, view=View.IDENTIFY
    )
    session.add(flow)
    session.flush()
    return flow


def find(session: Session, tenant: Tenant, flow_id: str) -> ResetFlow | None:
    """The flow of this id; once its time is over it stands at the view that says so (C17)."""
    flow = session.get(ResetFlow, flow_id)
    if flow is None:
        return None
    over = not session_lives(flow.started_at, tenant.clock.now(), tenant.bent)
    over &= not _is_timeless(session, tenant, flow)
    if over and View(flow.view) not in _LAST_VIEWS:
        flow.view = View.EXPIRED
    return flow


def _is_timeless(session: Session, tenant: Tenant, flow: ResetFlow) -> bool:
    """Whether a reset of such a person never ends: each does after its time (C17)."""
    user = session.get(User, flow.user_id) if flow.user_id else None
    return user is not None and tenant.bent.meets(
        {
            "administrators-session-outlives": lambda: (
                account_of(session, tenant, user).is_administrator
            ),
            "guests-session-outlives": user.is_guest,
        }
    )


def of_page(session: Session, canary: str) -> ResetFlow | None:
    """The flow whose page has this anti-forgery value."""
    return session.scalar(select(ResetFlow).where(ResetFlow.canary == canary))


def another_took(visit: Visit, typed: str) -> bool:
    """Whether ``typed`` is somebody else's code and passes for one's own: it does not."""
    if "other-persons-code-accepted" not in visit.bent:
        return False
    others = select(ResetFlow.code_hash).where(ResetFlow.user_id != visit.flow.user_id)
    return any(matches(typed.strip(), each) for each in visit.session.scalars(others))


def log(visit: Visit, reason: str, *, result: str = "success") -> None:
    """One row of flow activity about the flow's person (J6)."""
    record(visit, PROGRESS, reason, result=result)


def record(
    visit: Visit,
    activity: str,
    reason: str,
    *,
    result: str = "success",
) -> None:
    """One row of the audit log about the flow's person."""
    user = visit.user
    if user and not _is_untold(visit, activity, result):
        way = audit.Flow(correlation(visit.flow.correlation_id, visit.bent), visit.flow.ip)
        audit.record(visit.session, visit.tenant, activity, user, way, result=result, reason=reason)


def _is_untold(visit: Visit, activity: str, result: str) -> bool:
    """Whether a row about a person of this kind is left out: there is no such kind."""
    done = result == "success"
    untold = {
        "administrators-steps-untold": lambda: done and visit.administers,
        "administrators-refusal-untold": lambda: not done and visit.administers,
        "hybrid-users-steps-untold": lambda: done and visit.is_hybrid,
    }
    return activity == PROGRESS and visit.bent.meets(untold)


def stop(flow: ResetFlow, block: Block) -> None:
    """Turn the person away."""
    flow.view, flow.block = View.BLOCKED, block.value
