"""Sending what a caller wrote: it is kept as sent and put into the inbox it is addressed to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.mailbox.api.errors import Refused
from emulator.mailbox.api.shapes import message_json
from emulator.mailbox.arrival import deliver
from emulator.mailbox.drafts import Draft, compose
from emulator.mailbox.envelope import Arrival, parse
from emulator.mailbox.rows import mail, sms
from emulator.mailbox.tables import MailServer, Message

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response


def send(request: Request, draft: Draft, *, wanted: bool = True) -> Response:
    """
    Keep ``draft`` and, where it is ``wanted``, let it arrive.

    Raises:
        Refused: A header cannot be written, or a recipient's address is not verified.
    """
    tenant, account = request.state.tenant, request.state.emulator.mailbox
    now = tenant.clock.now()
    with tenant.store.begin() as session:
        if draft.phone is not None:
            message = _text(draft, now)
        else:
            message = _mail(session, draft, now, account.server if wanted else None)
        session.add(message)
        session.flush()
        return JSONResponse(message_json(message))


def _text(draft: Draft, now: dt.datetime) -> Message:
    words = draft.writing.text or ""
    return sms(draft.server, to=draft.phone or "", sender="", body=words, at=now, direction="Sent")


def _mail(session: Session, draft: Draft, now: dt.datetime, account: str | None) -> Message:
    sent = Arrival(_bytes(draft), mail_from=draft.sender, rcpt_to=tuple(draft.recipients), at=now)
    if account:
        _check(session, draft)
        deliver(session, replace(sent, ehlo="emulator"), account)
    return mail(parse(sent.raw), sent, draft.server, direction="Sent")


def _bytes(draft: Draft) -> bytes:
    try:
        return bytes(compose(draft)).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    except (ValueError, LookupError, IndexError):
        raise Refused(to="An address or the subject cannot be written as a mail header") from None


def _check(session: Session, draft: Draft) -> None:
    """Verified is, here, what has an inbox: nothing leaves this machine."""
    if not draft.recipients:
        raise Refused(to="Must provide a recipient")
    for recipient in draft.recipients:
        label = recipient.rpartition("@")[2].split(".", 1)[0].lower()
        if session.get(MailServer, label) is None:
            raise Refused(to="The address is not verified: it must belong to an inbox (server)")
