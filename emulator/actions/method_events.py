"""
What people registered and reset by, for the page *Registration and reset events* (J18).

The documents name the columns and the methods. That a mobile phone is registered by a text, and
what the reasons say, is chosen.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.rules.options import Option
from emulator.rules.registration import Kind
from emulator.store import MethodEvent, User

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant

PERIODS = (1, 7, 30)
"""Over so many days the page looks back."""

MOST = 1_000


class Feature(StrEnum):
    """What a method was used for."""

    REGISTRATION = "Registration"
    RESET = "Reset"


_REGISTERED = {
    Kind.AUTHENTICATOR: "App notification",
    Kind.OATH: "App code",
    Kind.PHONE: "SMS",
    Kind.OFFICE_PHONE: "Office Call",
    Kind.ALTERNATE_PHONE: "Alternate Mobile Call",
    Kind.EMAIL: "Email",
    Kind.QUESTIONS: "Security questions",
}
_USED = {
    Option.EMAIL: "Email",
    Option.SMS: "SMS",
    Option.CALL: "Phone Call",
    Option.OFFICE_CALL: "Office Call",
    Option.QUESTIONS: "Security questions",
    Option.PUSH: "App notification",
    Option.CODE: "App code",
}
_FAILED = "The user did not pass the verification."


def registered(session: Session, tenant: Tenant, user: User, kind: str) -> None:
    """Note that ``user`` registered a method of ``kind``."""
    _add(session, tenant, user, Feature.REGISTRATION, _REGISTERED[Kind(kind)])


def used(session: Session, tenant: Tenant, user: User, option: Option, *, passed: bool) -> None:
    """Note that ``user`` passed a verification step by ``option``, or did not."""
    reason = "" if passed else _FAILED
    _add(session, tenant, user, Feature.RESET, _USED[option], reason=reason)


def latest(session: Session, tenant: Tenant, days: int) -> Sequence[MethodEvent]:
    """What happened in the last ``days``, newest first, as far as the log has arrived (J15)."""
    until = tenant.clock.now() - tenant.lag.audit
    since = tenant.clock.now() - dt.timedelta(days=days)
    rows = select(MethodEvent).where(MethodEvent.at.between(since, until))
    return session.scalars(rows.order_by(MethodEvent.id.desc()).limit(MOST)).all()


def _add(
    session: Session, tenant: Tenant, user: User, feature: Feature, method: str, *, reason: str = ""
) -> None:
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
