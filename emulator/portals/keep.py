"""Opening, finding and ending what a browser holds a key to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import Integer, delete, func, literal_column, select

from emulator.store import PortalSession
from emulator.store.sessions import new_key

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant

MOST = 2_000
"""So many sessions, sign-ins and codes are kept at once."""

_ROW = literal_column("portal_sessions.rowid", Integer)

__all__ = ["find", "new_key", "open_session", "take", "time_of"]


def open_session(
    session: Session,
    tenant: Tenant,
    kind: str,
    lasts: dt.timedelta,
    *,
    key: str | None = None,
    user_id: str | None = None,
    data: dict[str, object] | None = None,
) -> PortalSession:
    """
    Begin something that expires; its ``key`` is one that nobody guesses unless it is given.

    What has expired is forgotten on the way, and so is the oldest where there is too much of it.
    """
    now = tenant.clock.now()
    session.execute(delete(PortalSession).where(PortalSession.expires_at <= now))
    newest = session.scalar(select(func.max(_ROW)).select_from(PortalSession)) or 0
    session.execute(delete(PortalSession).where(_ROW.op("<=")(newest + 1 - MOST)))
    row = PortalSession(
        id=key or new_key(),
        kind=kind,
        user_id=user_id,
        created_at=now,
        expires_at=now + lasts,
        data=data or {},
    )
    session.add(row)
    session.flush()
    return row


def find(session: Session, tenant: Tenant, key: str | None, kind: str) -> PortalSession | None:
    """What ``key`` opens, if it is of that kind and has not expired."""
    row = session.get(PortalSession, key) if key else None
    if row is None or row.kind != kind or row.expires_at <= tenant.clock.now():
        return None
    return row


def take(session: Session, tenant: Tenant, key: str | None, kind: str) -> PortalSession | None:
    """As ``find``, for the last time: the key serves once."""
    row = find(session, tenant, key, kind)
    if row is not None:
        session.delete(row)
        session.flush()
    return row


def time_of(row: PortalSession, name: str) -> dt.datetime | None:
    """A time kept in the row's data, or None."""
    text = row.data.get(name)
    return dt.datetime.fromisoformat(text) if isinstance(text, str) else None
