"""The practice inbox: the mails, texts, pushes and calls of everybody, to read and to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route

from emulator.control.deeds import answer_phone
from emulator.control.orders import PhoneAnswer, Refused
from emulator.control.visit import canary, form, signed_in
from emulator.mailbox.content import html_content, plain_content
from emulator.mailbox.search import read_message
from emulator.mailbox.tables import Message
from emulator.portals.pages import render
from emulator.store import PhonePrompt, User

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.tenant import Tenant

MOST_SHOWN = 100
_SAFE = ("https://", "http://")
_TWO_DIGITS = re.compile(r"[0-9]{1,2}\Z")
_BODY_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
_FRAMING_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class Ringing:
    """A push or a call that waits, with whose it is."""

    prompt: PhonePrompt
    user: User


@signed_in
async def inbox(request: Request) -> Response:
    """What rings now, and the newest messages."""
    tenant = request.state.tenant
    with tenant.store.begin() as session:
        return render(
            request,
            "practice/inbox.html",
            canary=canary(request),
            mark=_mark(session, tenant),
            ringing=_ringing(session, tenant),
            messages=_newest(session),
            now=tenant.clock.now(),
        )


@signed_in
async def mark(request: Request) -> Response:
    """A word that changes whenever the inbox does."""
    tenant = request.state.tenant
    with tenant.store.begin() as session:
        return PlainTextResponse(_mark(session, tenant), headers={"Cache-Control": "no-store"})


@signed_in
async def message(request: Request) -> Response:
    """One mail or text."""
    with request.state.tenant.store.begin() as session:
        found = _message(session, request)
        content = html_content(found.html) if found.html else plain_content(found.text or "")
        answer = render(
            request,
            "practice/message.html",
            message=found,
            text=found.text or "",
            codes=content.codes,
            links=[link for link in content.links if link.href.startswith(_SAFE)],
        )
    answer.headers["Content-Security-Policy"] = _FRAMING_POLICY
    return answer


@signed_in
async def body(request: Request) -> Response:
    """The HTML of a mail, shut in: no script, no request, no form."""
    with request.state.tenant.store.begin() as session:
        found = _message(session, request)
    return HTMLResponse(
        found.html or "",
        headers={
            "Content-Security-Policy": _BODY_POLICY,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        },
    )


@signed_in
async def answer(request: Request) -> Response:
    """Approve, deny, or press a key, as the button says."""
    fields = await form(request)
    given = _answer(fields.get("answer", ""), fields.get("number", "").strip())
    try:
        answer_phone(request.state.emulator, request.path_params["id"], given)
    except Refused as refusal:
        raise HTTPException(refusal.status_code, f"{refusal}.".capitalize()) from None
    return RedirectResponse("/inbox", status_code=303)


def _answer(button: str, number: str) -> PhoneAnswer:
    if button == "approve":
        return PhoneAnswer(approve=True, number=int(number) if _TWO_DIGITS.match(number) else None)
    if button == "confirm":
        return PhoneAnswer(pressed="#")
    return PhoneAnswer(approve=False)


def _ringing(session: Session, tenant: Tenant) -> list[Ringing]:
    rows = session.execute(
        select(PhonePrompt, User)
        .join(User, User.id == PhonePrompt.user_id)
        .where(PhonePrompt.answer.is_(None), PhonePrompt.expires_at > tenant.clock.now())
        .order_by(PhonePrompt.created_at)
    )
    return [Ringing(prompt, user) for prompt, user in rows]


def _newest(session: Session) -> Sequence[Message]:
    newest_first = select(Message).where(Message.direction == "Received")
    return session.scalars(newest_first.order_by(Message.number.desc()).limit(MOST_SHOWN)).all()


def _message(session: Session, request: Request) -> Message:
    if found := read_message(session, request.path_params["id"]):
        return found
    raise HTTPException(404, "There is no such message; it may have been deleted.")


def _mark(session: Session, tenant: Tenant) -> str:
    newest = session.scalar(select(func.max(Message.number))) or 0
    ringing = ",".join(each.prompt.id for each in _ringing(session, tenant))
    return f"{newest}|{ringing}"


ROUTES = [
    Route("/inbox", inbox, methods=["GET"]),
    Route("/inbox/mark", mark, methods=["GET"]),
    Route("/inbox/{id}", message, methods=["GET"]),
    Route("/inbox/{id}/body", body, methods=["GET"]),
    Route("/phone/{id}", answer, methods=["POST"]),
]
