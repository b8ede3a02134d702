"""A mail as it comes over the wire, and taken apart."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass, field
from email.errors import MessageError
from email.utils import getaddresses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from email.message import EmailMessage

    from emulator.mailbox.tables import Address

# The standard parser stumbles over some malformed headers and charsets in these ways.
_MALFORMED = (
    AttributeError,
    IndexError,
    LookupError,
    MessageError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One SMTP transaction; ``own_domains`` are those whose mail the practice mailbox takes."""

    raw: bytes
    mail_from: str
    rcpt_to: tuple[str, ...]
    ehlo: str = ""
    own_domains: frozenset[str] = frozenset()
    at: dt.datetime = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class File:
    """An attached file."""

    name: str | None
    content_type: str
    content_id: str | None
    content: bytes


@dataclass(slots=True)
class Parsed:
    """The parts of a mail; what it lacks is empty or None."""

    subject: str = ""
    sender: list[Address] = field(default_factory=list)
    to: list[Address] = field(default_factory=list)
    cc: list[Address] = field(default_factory=list)
    html: str | None = None
    text: str | None = None
    headers: list[dict[str, str]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


def parse(raw: bytes) -> Parsed:
    """Take a mail apart; a malformed one is read as far as it goes."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parsed = Parsed(
        subject=_header(message, "subject"),
        sender=addresses(_header(message, "from")),
        to=addresses(_header(message, "to")),
        cc=addresses(_header(message, "cc")),
        headers=[{"field": name, "value": _header(message, name)} for name in message],
    )
    for part in message.walk():
        if not part.is_multipart():
            _place(part, parsed)
    return parsed


def addresses(header: str) -> list[Address]:
    """The addresses of a header, each with its name or an empty one."""
    return [address(mail, name) for name, mail in getaddresses([header]) if mail]


def address(mail: str, name: str = "") -> Address:
    """One mail address as the mailbox shows it."""
    return {"name": name, "email": mail, "phone": None}


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name, ""))
    except _MALFORMED:
        value = next(v for k, v in message.raw_items() if k.lower() == name.lower())
    return value.encode("utf-8", "replace").decode()


def _place(part: EmailMessage, parsed: Parsed) -> None:
    """Put a part where it belongs: the first of each text kind is a body, the rest are files."""
    kind = _type(part)
    inline = part.get_content_disposition() != "attachment"
    if kind == "text/html" and inline and parsed.html is None:
        parsed.html = _text(part)
    elif kind == "text/plain" and inline and parsed.text is None:
        parsed.text = _text(part)
    else:
        parsed.files.append(_file(part, kind))


def _type(part: EmailMessage) -> str:
    try:
        return part.get_content_type()
    except _MALFORMED:
        return "application/octet-stream"


def _text(part: EmailMessage) -> str:
    try:
        body = str(part.get_content())
    except _MALFORMED:
        body = _bytes(part).decode("utf-8", "replace")
    return body.encode("utf-8", "replace").decode().replace("\r\n", "\n")


def _file(part: EmailMessage, kind: str) -> File:
    try:
        name = part.get_filename()
    except _MALFORMED:
        name = None
    content_id = _header(part, "content-id").strip("<> ") or None
    return File(name, kind, content_id, _bytes(part))


def _bytes(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _MALFORMED:
        payload = None
    return payload if isinstance(payload, bytes) else b""
