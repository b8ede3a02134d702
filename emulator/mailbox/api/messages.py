"""Messages: list, search, get, create, forward, reply and delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator.mailbox.api.bodies import (
    Creation,
    Criteria,
    Forwarding,
    Listing,
    Reply,
    query,
    read,
)
from emulator.mailbox.api.errors import NotFound
from emulator.mailbox.api.shapes import message_json, summary_json
from emulator.mailbox.drafts import created, forwarded, replied
from emulator.mailbox.search import Where, find, read_message
from emulator.mailbox.sending import send
from emulator.mailbox.tables import MailServer, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session
    from starlette.requests import Request

# How long a waiting SDK pauses between two searches, in milliseconds.
PACE = {"x-ms-delay": "50"}


async def list_messages(request: Request) -> Response:
    """A page of one inbox, newest first."""
    asked = query(request)
    with request.state.tenant.store.begin() as session:
        return _page(_found(session, asked))


async def search(request: Request) -> Response:
    """A page of what meets the criteria, newest first; empty criteria are refused."""
    asked, criteria = query(request), await read(request, Criteria)
    with request.state.tenant.store.begin() as session:
        return _page(_found(session, asked, criteria))


async def get(request: Request) -> Response:
    """One message in full."""
    with request.state.tenant.store.begin() as session:
        return JSONResponse(message_json(message_of(session, request)))


async def create(request: Request) -> Response:
    """A new message, sent where ``send`` says so."""
    asked, order = query(request), await read(request, Creation)
    with request.state.tenant.store.begin() as session:
        _server(session, asked.server)
    return send(request, created(order, asked.server), wanted=order.send)


async def forward(request: Request) -> Response:
    """Send a message on."""
    order = await read(request, Forwarding)
    with request.state.tenant.store.begin() as session:
        draft = forwarded(message_of(session, request), order)
    return send(request, draft)


async def reply(request: Request) -> Response:
    """Answer a message."""
    order = await read(request, Reply)
    with request.state.tenant.store.begin() as session:
        draft = replied(message_of(session, request), order)
    return send(request, draft)


async def delete_one(request: Request) -> Response:
    """Remove a message with its files."""
    with request.state.tenant.store.begin() as session:
        session.delete(message_of(session, request))
    return Response(status_code=204)


async def delete_all(request: Request) -> Response:
    """Empty one inbox."""
    asked = query(request)
    with request.state.tenant.store.begin() as session:
        _server(session, asked.server)
        session.execute(delete(Message).where(Message.server_id == asked.server))
    return Response(status_code=204)


def message_of(session: Session, request: Request) -> Message:
    """
    The message that the path names.

    Raises:
        NotFound: There is none.
    """
    if message := read_message(session, request.path_params["id"]):
        return message
    raise NotFound


def _found(session: Session, asked: Listing, criteria: Criteria | None = None) -> Sequence[Message]:
    _server(session, asked.server)
    where = Where(asked.server, asked.received_after, asked.dir, asked.page, asked.items_per_page)
    return find(session, where, criteria)


def _server(session: Session, server: str) -> None:
    if session.get(MailServer, server) is None:
        raise NotFound


def _page(messages: Sequence[Message]) -> Response:
    return JSONResponse({"items": [summary_json(each) for each in messages]}, headers=PACE)


ROUTES = [
    Route("/messages", list_messages, methods=["GET"]),
    Route("/messages", create, methods=["POST"]),
    Route("/messages", delete_all, methods=["DELETE"]),
    Route("/messages/search", search, methods=["POST"]),
    Route("/messages/{id}", get, methods=["GET"]),
    Route("/messages/{id}", delete_one, methods=["DELETE"]),
    Route("/messages/{id}/forward", forward, methods=["POST"]),
    Route("/messages/{id}/reply", reply, methods=["POST"]),
]
