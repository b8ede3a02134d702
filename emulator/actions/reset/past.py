"""What the audit log tells of earlier resets of somebody, which changes nothing about a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.auditing import BLOCKED, PROGRESS
from emulator.store import AuditEvent
from emulator.store.log import tells_of

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from emulator.store import User


def was_turned_away(session: Session, user: User, reason: str) -> bool:
    """Whether ``user`` was turned away before for ``reason``, as the log gives it (J7, J11)."""
    of_that = AuditEvent.activity == PROGRESS, AuditEvent.reason == reason
    return tells_of(session, user.id, *of_that)


def was_blocked(session: Session, user: User, until: dt.datetime) -> bool:
    """Whether ``user`` was blocked before, not later than ``until``."""
    return tells_of(session, user.id, AuditEvent.activity == BLOCKED, AuditEvent.at <= until)
