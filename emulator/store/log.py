"""The directory audit log as rows, and what people proved themselves by."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base
from emulator.store.directory import new_id

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


class AuditEvent(Base):
    """One row of the audit log; the fields are those of Graph's directoryAudit (J1 to J14)."""

    __tablename__ = "audit_events"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    service: Mapped[str]
    category: Mapped[str]
    activity: Mapped[str]
    operation: Mapped[str | None]
    result: Mapped[str]
    reason: Mapped[str]
    correlation_id: Mapped[str | None] = mapped_column(index=True)
    actor_kind: Mapped[str] = mapped_column(default="user")  # user | app
    actor_id: Mapped[str | None]
    actor_name: Mapped[str | None]  # user principal name, or the name of an application
    actor_ip: Mapped[str | None]
    target_kind: Mapped[str] = mapped_column(default="User")  # User | Group | Role | Policy
    target_id: Mapped[str | None]
    target_name: Mapped[str | None]
    target_display_name: Mapped[str | None]
    changes: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    details: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)


class MethodEvent(Base):
    """One row of *Registration and reset events*: somebody used a method (J18)."""

    __tablename__ = "method_events"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    user_id: Mapped[str]
    user_name: Mapped[str]  # user principal name
    display_name: Mapped[str]
    feature: Mapped[str]  # Registration | Reset
    method: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")  # why it failed; empty where it did not


def tells_of(session: Session, user_id: str | None, *that: ColumnElement[bool]) -> bool:
    """Whether the audit log has a row about ``user_id`` of which all of ``that`` holds."""
    rows = select(AuditEvent.id).where(AuditEvent.target_id == user_id, *that)
    return session.scalar(rows.limit(1)) is not None
