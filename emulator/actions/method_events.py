"""What people registered and reset by, for the page *Registration and reset events* (J18)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.rules.events import (
    Feature,
    days_back,
    is_told,
    is_told_failed,
    method_registered,
    method_used,
)
from emulator.rules.options import Option
from emulator.rules.registration import Kind
from emulator.store import MethodEvent, User
from emulator.store.people import holds_a_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant

MOST = 1_000
_FAILED = "The user did not pass the verification."  # the documents do not give the words


def registered(session: Session, tenant: Tenant, user: User, kind: str) -> None:
    """Note that ``user`` registered a method of ``kind``."""
    method = method_registered(Kind(kind), tenant.bent)
    _add(session, tenant, user, Feature.REGISTRATION, method)


def used(session: Session, tenant: Tenant, user: User, option: Option, *, passed: bool) -> None:
    """Note that ``user`` passed a verification step by ``option``, or did not."""
    reason = _FAILED if is_told_failed(tenant.bent, passed=passed) else ""
    misnamed = not passed and "failed-event-misnames-method" in tenant.bent
    method = method_used(Option.QUESTIONS if misnamed else option, tenant.bent)
    _add(session, tenant, user, Feature.RESET, method, reason=reason)


def latest(session: Session, tenant: Tenant, days: int) -> Sequence[MethodEvent]:
    """What happened in the last ``days``, newest first, as far as the log has arrived (J15)."""
    until = tenant.clock.now() - tenant.lag.audit
    since = tenant.clock.now() - dt.timedelta(days=days_back(days, tenant.bent))
    rows = select(MethodEvent).where(MethodEvent.at.between(since, until))
    return session.scalars(rows.order_by(MethodEvent.id.desc()).limit(MOST)).all()


def _add(
    session: Session, tenant: Tenant, user: User, feature: Feature, method: str, *, reason: str = ""
) -> None:
    kept_back = {"administrators-events-untold": lambda: holds_a_role(session, user.id)}
    if tenant.bent.meets(kept_back) or not is_told(feature, tenant.bent):
        return
    session.add(
        MethodEvent(
            at=tenant.clock.now(),
            user_id=user.id,
            user_name=user.user_principal_name,
            display_name=user.display_name,
            feature=feature,
            method=method,
            reason=reason,
        )
    )
