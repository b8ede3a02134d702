"""Wrong passwords, counted for smart lockout (E19 to E21)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base


class Lockout(Base):
    """
    The counter of one user at one kind of place.

    ``place`` is familiar or unfamiliar (E21). ``bad_hashes`` are the last wrong passwords, each
    counted once (E20). ``locked_before`` is how often the account was locked since the last
    right password; each lock lasts longer than the one before (E19).
    """

    __tablename__ = "lockouts"

    user_id: Mapped[str] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    bad_hashes: Mapped[list[str]] = mapped_column(default=list)
    locked_before: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[dt.datetime | None]
