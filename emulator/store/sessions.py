"""What browsers hold keys to: sign-ins under way, signed-in sessions, one-time codes."""

from __future__ import annotations

import datetime as dt
import secrets

from sqlalchemy import JSON
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)


class PortalSession(Base):
    """
    Something that a browser comes back to until it expires.

    ``kind`` says what: the name of a site, or a step on the way into one. ``canary`` is the
    anti-forgery value that each of its forms must return. ``data`` is JSON of its owner's choice.
    """

    __tablename__ = "portal_sessions"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_key)
    kind: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str | None] = mapped_column(index=True)
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)
    canary: Mapped[str] = mapped_column(default=new_key)
    data: Mapped[dict[str, object]] = mapped_column(MutableDict.as_mutable(JSON), default=dict)
