"""A message as it was received: a mail or a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

if TYPE_CHECKING:
    import datetime as dt

_CODE = re.compile(r"\b\d{6,8}\b")


@dataclass(frozen=True, slots=True)
class Mail:
    """
    One received mail, or one text message with an empty subject.

    The bodies may hold a code, so they are left out of its ``repr``.

    Attributes:
        id: The mailbox's own id.
        subject: The subject line.
        sender: The address it came from.
        sender_name: The display name it came from.
        to: The addresses, or telephone numbers, it went to.
        received: When it arrived, by the tenant's clock.
        message_id: What its sender called it, which two copies of one mail share; a text has none.
        html: The formatted body, or an empty string.
        text: The plain body, or an empty string.
        links: Where its links lead.
    """

    id: str
    subject: str
    sender: str
    sender_name: str
    to: tuple[str, ...]
    received: dt.datetime
    message_id: str
    html: str = field(repr=False)
    text: str = field(repr=False)
    links: tuple[str, ...] = field(repr=False)
    _codes: tuple[SecretStr, ...] = field(repr=False)

    @classmethod
    def of(cls, message: Any) -> Mail:
        """The mail that a Mailosaur ``Message`` describes."""
        bodies = (message.html, message.text)
        return cls(
            id=message.id,
            subject=message.subject or "",
            sender=(message.sender[0].email or message.sender[0].phone or ""),
            sender_name=message.sender[0].name or "",
            to=tuple((to.email or to.phone or "").lower() for to in message.to),
            received=message.received,
            message_id=_header(message, "message-id"),
            html=message.html.body or "",
            text=message.text.body or "",
            links=tuple(link.href for body in bodies for link in body.links or ()),
            _codes=tuple(SecretStr(code.value) for body in bodies for code in body.codes or ()),
        )

    @property
    def identity(self) -> tuple[str, ...]:
        """
        What two copies of one message share, and no two messages do.

        A text has no name of its own; but each carries a code, so two that say the same to the
        same number are taken for copies, even where a tenant should send one code twice.
        """
        return (self.message_id,) if self.message_id else (self.sender, *self.to, self.text)

    @property
    def code(self) -> SecretStr | None:
        """The verification code it carries, or None."""
        if self._codes:
            return self._codes[0]
        found = _CODE.search(self.text) or _CODE.search(self.html)
        return SecretStr(found[0]) if found else None


def _header(message: Any, name: str) -> str:
    for header in message.metadata.headers or ():
        if (header.field or "").lower() == name:
            return str(header.value)
    return ""
