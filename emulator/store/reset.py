"""Resets under way, the pictures they show, and the attempts that are counted."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base
from emulator.store.directory import new_id
from emulator.store.sessions import new_key


class ResetFlow(Base):
    """
    One person's way through the reset portal.

    ``view`` names where the person stands (``actions.reset.flow.View``), ``block`` why the way
    ended. ``plan`` is what was decided when the account was named, ``passed`` the options gone
    through, ``option`` the one chosen in the picker. A code that was sent is kept as a hash.
    ``refused`` counts the new passwords that were.
    """

    __tablename__ = "reset_flows"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_key)
    canary: Mapped[str] = mapped_column(default=new_key)
    correlation_id: Mapped[str] = mapped_column(default=new_id)
    ip: Mapped[str] = mapped_column(default="127.0.0.1")
    started_at: Mapped[dt.datetime] = mapped_column(index=True)
    return_url: Mapped[str]
    typed_name: Mapped[str] = mapped_column(default="")
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    view: Mapped[str]
    block: Mapped[str | None]
    error: Mapped[str | None]
    captcha_id: Mapped[str | None]
    options: Mapped[list[str]] = mapped_column(JSON, default=list)
    steps: Mapped[int] = mapped_column(default=0)
    unlock_only: Mapped[bool] = mapped_column(default=False)
    passed: Mapped[list[str]] = mapped_column(JSON, default=list)
    refused: Mapped[int] = mapped_column(default=0)
    option: Mapped[str | None]
    code_hash: Mapped[str | None]
    sent_at: Mapped[dt.datetime | None]
    prompt_id: Mapped[str | None]
    questions: Mapped[list[int]] = mapped_column(JSON, default=list)
    contacted: Mapped[bool] = mapped_column(default=False)


class Captcha(Base):
    """A picture and what it shows."""

    __tablename__ = "captchas"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_key)
    answer: Mapped[str]
    posed_at: Mapped[dt.datetime]


class ResetAttempt(Base):
    """One attempt that counts towards a block (C20 to C22)."""

    __tablename__ = "reset_attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    counted: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    at: Mapped[dt.datetime]
