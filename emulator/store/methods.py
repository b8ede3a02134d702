"""The authentication methods that people have, and where each came from."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base
from emulator.store.directory import new_id


class RegisteredMethod(Base):
    """
    One method of one user.

    ``kind`` is one of email, mobilePhone, alternateMobilePhone, officePhone, authenticator,
    softwareOath. ``value`` is the address, the phone number as ``+1 5550100``, or the base32
    secret of a TOTP; ``by`` says who put it there: user, admin, or directory (B42, S2).
    """

    __tablename__ = "registered_methods"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    value: Mapped[str]
    former_value: Mapped[str | None]  # what it was before it was changed last
    label: Mapped[str | None]
    by: Mapped[str] = mapped_column(default="user")
    registered_at: Mapped[dt.datetime]
    last_window: Mapped[int | None]  # the TOTP window used last; a code serves once (pages.md 1.4)


class SecurityAnswer(Base):
    """One registered security question with its answer, hashed (B51 to B58)."""

    __tablename__ = "security_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    answer_hash: Mapped[str]
    deleted: Mapped[bool] = mapped_column(default=False)  # and kept by a deviation
