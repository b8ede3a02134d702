"""What the audit log tells of earlier resets of somebody, which changes nothing about a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.rules.auditing import BLOCKED, PROGRESS
from emulator.store import AuditEvent

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from emulator.store import User


def was_turned_away(session: Session, user: User, reason: str) -> bool:
    """Whether ``user`` was turned away before for ``reason``, as the log gives it (J7, J11)."""
    mine = select(AuditEvent.id).where(AuditEvent.target_id == user.id)
    rows = mine.where(AuditEvent.activity == PROGRESS, AuditEvent.reason == reason)
    return session.scalars(rows.limit(1)).first() is not None


def was_blocked(session: Session, user: User, until: dt.datetime) -> bool:
    """Whether ``user`` was blocked before, not later than ``until``."""
    mine = select(AuditEvent.id).where(AuditEvent.target_id == user.id)
    rows = mine.where(AuditEvent.activity == BLOCKED, AuditEvent.at <= until)
    return session.scalars(rows.limit(1)).first() is not None
