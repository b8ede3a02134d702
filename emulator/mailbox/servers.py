"""The inboxes of the account: the practice mailbox, everything else, and what tests add."""

from __future__ import annotations

import hashlib
import secrets
import string
from typing import TYPE_CHECKING

from emulator.mailbox.tables import MailServer

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

_ALPHABET = string.ascii_lowercase + string.digits
_ID_LENGTH = 8
SERVER_LIMIT = 1000


def elsewhere(server: str) -> str:
    """The id of the inbox that catches mail to domains outside; it follows from the account's."""
    digest = hashlib.sha256(f"elsewhere {server}".encode()).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_ID_LENGTH])


def open_account(session: Session, server: str, now: dt.datetime) -> None:
    """Furnish an empty tenant with the account's two inboxes."""
    session.add(MailServer(id=server, name="Practice mailbox", created_at=now))
    session.add(MailServer(id=elsewhere(server), name="Mail to elsewhere", created_at=now))


def new_server(session: Session, name: str, now: dt.datetime) -> MailServer:
    """Add an inbox."""
    fresh = "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH))
    server = MailServer(id=fresh, name=name, users=[], created_at=now)
    session.add(server)
    return server


def server_for(session: Session, domain: str, account: str) -> str | None:
    """Where mail to ``domain`` goes: an inbox of that name or else the one for elsewhere."""
    label = domain.split(".", 1)[0].lower()
    candidates = [label, elsewhere(account)]
    return next((each for each in candidates if session.get(MailServer, each)), None)
