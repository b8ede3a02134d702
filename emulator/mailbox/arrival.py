"""Mails and texts on their way into the database."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING

from emulator.mailbox.envelope import address, parse
from emulator.mailbox.rows import mail, sms
from emulator.mailbox.servers import server_for

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.mailbox.envelope import Arrival, Parsed
    from emulator.mailbox.tables import Message

SMS_DOMAIN = "sms.mailosaur.net"  # chosen: where texts enter, as carriers' mail gateways do


def deliver(session: Session, arrival: Arrival, account: str) -> list[Message]:
    """Store a mail once in each inbox that one of its recipients belongs to."""
    stamped = replace(arrival, raw=_stamped(arrival))
    parsed = parse(stamped.raw)
    messages = [
        received(parsed, replace(stamped, rcpt_to=tuple(recipients)), server)
        for server, recipients in _by_server(session, arrival, account).items()
    ]
    session.add_all(messages)
    return messages


def received(parsed: Parsed, arrival: Arrival, server: str) -> Message:
    """The message that one inbox gets: a mail, or a text where it came by the text gateway."""
    recipients = arrival.rcpt_to
    if any(recipient.lower().endswith(f"@{SMS_DOMAIN}") for recipient in recipients):
        return sms(
            server,
            to=recipients[0].partition("@")[0],
            sender=parsed.subject,
            body=(parsed.text or "").rstrip("\n"),
            at=arrival.at,
        )
    shown = {entry["email"] for entry in [*parsed.to, *parsed.cc]}
    hidden = [address(each) for each in recipients if each not in shown]
    return mail(parsed, arrival, server, bcc=hidden)


def _by_server(session: Session, arrival: Arrival, account: str) -> dict[str, list[str]]:
    """Which inbox gets it for whom; texts, and mail to the tenant's domains, go to its own."""
    found: dict[str, list[str]] = {}
    for recipient in arrival.rcpt_to:
        domain = recipient.rpartition("@")[2]
        home = f"{account}." if domain.lower() in {SMS_DOMAIN, *arrival.own_domains} else domain
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
