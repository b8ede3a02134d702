"""What rings on the telephones of practice users: pushes and calls that wait for an answer."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base
from emulator.store.directory import new_id


class PhonePrompt(Base):
    """
    One push notification or call.

    ``kind`` is push or call. ``number`` is the telephone that rings, for a call; ``shown`` is the
    number that the page shows and the app asks for, for a push (C15). ``answer`` is None until
    the user has answered, then approved, denied, wrong number or wrong key.
    """

    __tablename__ = "phone_prompts"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    number: Mapped[str | None]
    shown: Mapped[int | None]
    answer: Mapped[str | None]
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
