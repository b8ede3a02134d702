"""Mails and texts as rows of the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from emulator.mailbox.content import words_of
from emulator.mailbox.envelope import address
from emulator.mailbox.tables import Attachment, Message

if TYPE_CHECKING:
    import datetime as dt

    from emulator.mailbox.envelope import Arrival, File, Parsed
    from emulator.mailbox.tables import Address

SUMMARY_LENGTH = 200


def mail(
    parsed: Parsed,
    arrival: Arrival,
    server: str,
    *,
    bcc: list[Address] | None = None,
    direction: str = "Received",
) -> Message:
    """A mail as a row with its files; ``bcc`` are those whom its header does not show."""
    return Message(
        server_id=server,
        direction=direction,
        received_at=arrival.at,
        raw=arrival.raw,
        ehlo=arrival.ehlo,
        mail_from=arrival.mail_from,
        rcpt_to=[address(each) for each in arrival.rcpt_to],
        bcc=bcc or [],
        **_shown(parsed),
        **_found_by(parsed, bcc or []),
    )


def _shown(parsed: Parsed) -> dict[str, Any]:
    """What a reader of the mail sees."""
    words = parsed.text if parsed.text is not None else words_of(parsed.html or "")
    return {
        "subject": parsed.subject,
        "summary": _summary(words),
        "sender": parsed.sender,
        "to": parsed.to,
        "cc": parsed.cc,
        "html": parsed.html,
        "text": parsed.text,
        "headers": parsed.headers,
        "files": len(parsed.files),
        "attachments": [_attachment(file) for file in parsed.files],
    }


def _found_by(parsed: Parsed, bcc: list[Address]) -> dict[str, str]:
    """What a search compares with, in small letters."""
    everyone = [*parsed.to, *parsed.cc, *bcc]
    return {
        "found_by_sender": _lines([entry["email"] for entry in parsed.sender]),
        "found_by_recipient": _lines([entry["email"] for entry in everyone]),
        "found_by_subject": parsed.subject.casefold(),
        "found_by_body": _searchable(parsed.html, parsed.text),
    }


def _attachment(file: File) -> Attachment:
    return Attachment(
        content_type=file.content_type,
        file_name=file.name,
        content_id=file.content_id,
        length=len(file.content),
        content=file.content,
    )


def sms(
    server: str, *, to: str, sender: str, body: str, at: dt.datetime, direction: str = "Received"
) -> Message:
    """A text message as a row; numbers are kept as digits, as Mailosaur shows them."""
    digits = re.sub(r"\D", "", to)
    return Message(
        server_id=server,
        kind="SMS",
        direction=direction,
        received_at=at,
        subject="",
        summary=_summary(body),
        sender=[{"name": "", "email": None, "phone": sender}],
        to=[{"name": "", "email": None, "phone": digits}],
        text=body,
        found_by_sender=_lines([sender]),
        found_by_recipient=_lines([digits]),
        found_by_subject="",
        found_by_body=body.casefold(),
    )


def _searchable(html: str | None, text: str | None) -> str:
    pieces = [html or "", words_of(html) if html else "", text or ""]
    return "\n".join(filter(None, pieces)).casefold()


def _summary(words: str) -> str:
    return " ".join(words.split())[:SUMMARY_LENGTH]


def _lines(addresses: list[str | None]) -> str:
    return "\n".join(["", *(each.casefold() for each in addresses if each), ""])
