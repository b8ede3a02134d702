"""Mails and texts on their way into the database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING

from emulator.mailbox.content import words_of
from emulator.mailbox.envelope import Parsed, address, parse
from emulator.mailbox.servers import server_for
from emulator.mailbox.tables import Address, Attachment, Message

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

SMS_DOMAIN = "sms.mailosaur.net"  # chosen: where texts enter, as carriers' mail gateways do
SUMMARY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """One SMTP transaction."""

    raw: bytes
    mail_from: str
    rcpt_to: tuple[str, ...]
    ehlo: str = ""
    at: dt.datetime = field(kw_only=True)


def deliver(session: Session, arrival: Arrival, account: str) -> list[Message]:
    """Store a mail once in each inbox that one of its recipients belongs to."""
    raw = _stamped(arrival)
    parsed = parse(raw)
    messages = [
        received(parsed, arrival, server, recipients, raw)
        for server, recipients in _by_server(session, arrival.rcpt_to, account).items()
    ]
    session.add_all(messages)
    return messages


def received(
    parsed: Parsed, arrival: Arrival, server: str, recipients: list[str], raw: bytes
) -> Message:
    """The message that one inbox gets: a mail, or a text where it came by the text gateway."""
    if any(recipient.lower().endswith(f"@{SMS_DOMAIN}") for recipient in recipients):
        return sms(
            server,
            to=recipients[0].partition("@")[0],
            sender=parsed.subject,
            body=(parsed.text or "").rstrip("\n"),
            at=arrival.at,
        )
    shown = {entry["email"] for entry in [*parsed.to, *parsed.cc]}
    return mail(
        parsed,
        server=server,
        at=arrival.at,
        raw=raw,
        ehlo=arrival.ehlo,
        mail_from=arrival.mail_from,
        rcpt_to=recipients,
        bcc=[address(each) for each in recipients if each not in shown],
    )


def mail(
    parsed: Parsed,
    *,
    server: str,
    at: dt.datetime,
    raw: bytes,
    ehlo: str = "",
    mail_from: str = "",
    rcpt_to: list[str],
    bcc: list[Address] | None = None,
    direction: str = "Received",
) -> Message:
    """A mail as a row with its files."""
    bcc = bcc or []
    everyone = [*parsed.to, *parsed.cc, *bcc]
    return Message(
        server_id=server,
        direction=direction,
        received_at=at,
        subject=parsed.subject,
        summary=_summary(parsed.text if parsed.text is not None else words_of(parsed.html or "")),
        files=len(parsed.files),
        sender=parsed.sender,
        to=parsed.to,
        cc=parsed.cc,
        bcc=bcc,
        html=parsed.html,
        text=parsed.text,
        headers=parsed.headers,
        ehlo=ehlo,
        mail_from=mail_from,
        rcpt_to=[address(each) for each in rcpt_to],
        raw=raw,
        found_by_sender=_lines([entry["email"] for entry in parsed.sender]),
        found_by_recipient=_lines([entry["email"] for entry in everyone]),
        found_by_subject=parsed.subject.casefold(),
        found_by_body=_searchable(parsed.html, parsed.text),
        attachments=[
            Attachment(
                content_type=file.content_type,
                file_name=file.name,
                content_id=file.content_id,
                length=len(file.content),
                content=file.content,
            )
            for file in parsed.files
        ],
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


def _by_server(session: Session, recipients: tuple[str, ...], account: str) -> dict[str, list[str]]:
    """Which inbox gets it for whom; texts go to the account's own."""
    found: dict[str, list[str]] = {}
    for recipient in recipients:
        domain = recipient.rpartition("@")[2]
        home = f"{account}." if domain.lower() == SMS_DOMAIN else domain
        if server := server_for(session, home, account):
            found.setdefault(server, []).append(recipient)
    return found


def _stamped(arrival: Arrival) -> bytes:
    """Add what a mail server adds where a mail lacks it: its date and its id."""
    head = arrival.raw.partition(b"\r\n\r\n")[0].lower()
    missing = b""
    if not re.search(rb"^date:", head, re.MULTILINE):
        missing += f"Date: {format_datetime(arrival.at)}\r\n".encode()
    if not re.search(rb"^message-id:", head, re.MULTILINE):
        missing += f"Message-ID: {make_msgid(domain='emulator.test')}\r\n".encode()
    return missing + arrival.raw


def _searchable(html: str | None, text: str | None) -> str:
    pieces = [html or "", words_of(html) if html else "", text or ""]
    return "\n".join(filter(None, pieces)).casefold()


def _summary(words: str) -> str:
    return " ".join(words.split())[:SUMMARY_LENGTH]


def _lines(addresses: list[str | None]) -> str:
    return "\n".join(["", *(each.casefold() for each in addresses if each), ""])
