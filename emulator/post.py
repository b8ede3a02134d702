"""What a tenant sends out: mails, texts, calls and pushes."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import make_msgid
from typing import Protocol


def _new_id() -> str:
    return make_msgid(domain="emulator.test")


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as it leaves the tenant; its copies share the ``message_id``, no others do."""

    sender: str
    sender_name: str
    to: str
    subject: str
    html: str
    text: str
    message_id: str = field(default_factory=_new_id, compare=False)


class Post(Protocol):
    """
    The way out of the tenant.

    Each call returns when the message has been handed over, so what was sent first is there first.
    """

    async def mail(self, mail: Mail) -> None:
        """Send a mail over SMTP."""

    async def text(self, number: str, body: str) -> None:
        """Send a text message to a phone number in international form."""


@dataclass(slots=True)
class Drawer:
    """A post that keeps what it is given; for tests of the rules around it."""

    mails: list[Mail] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    async def mail(self, mail: Mail) -> None:
        """Keep a mail."""
        self.mails.append(mail)

    async def text(self, number: str, body: str) -> None:
        """Keep a text message."""
        self.texts.append((number, body))
