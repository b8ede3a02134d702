"""Inboxes, which the API calls servers."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator.mailbox.api.bodies import NamedServer, read
from emulator.mailbox.api.errors import NotFound, Refused
from emulator.mailbox.servers import SERVER_LIMIT, new_server
from emulator.mailbox.tables import MailServer, Message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request


async def list_servers(request: Request) -> Response:
    """Every inbox, by name."""
    with request.state.tenant.store.begin() as session:
        servers = session.scalars(select(MailServer).order_by(MailServer.name, MailServer.id))
        return JSONResponse({"items": [_json(session, each) for each in servers]})


async def create(request: Request) -> Response:
    """A new inbox."""
    name = (await read(request, NamedServer)).given_name
    tenant = request.state.tenant
    with tenant.store.begin() as session:
        if count_servers(session) >= SERVER_LIMIT:
            raise Refused(name="The account has as many servers as it may have")
        server = new_server(session, name, tenant.clock.now())
        session.flush()
        return JSONResponse(_json(session, server))


async def get(request: Request) -> Response:
    """One inbox."""
    with request.state.tenant.store.begin() as session:
        return JSONResponse(_json(session, _server(session, request)))


async def update(request: Request) -> Response:
    """Change the name or the users of an inbox."""
    changed = await read(request, NamedServer)
    with request.state.tenant.store.begin() as session:
        server = _server(session, request)
        server.name = changed.given_name
        if changed.users is not None:
            server.users = changed.users
        return JSONResponse(_json(session, server))


async def delete(request: Request) -> Response:
    """Remove an inbox with its messages."""
    with request.state.tenant.store.begin() as session:
        session.delete(_server(session, request))
    return Response(status_code=204)


async def password(request: Request) -> Response:
    """The inbox's own password, which follows from the API key and is kept nowhere."""
    with request.state.tenant.store.begin() as session:
        server = _server(session, request).id
    key = request.state.emulator.mailbox.api_key.encode()
    return JSONResponse({"value": hmac.new(key, server.encode(), hashlib.sha256).hexdigest()[:16]})


def count_servers(session: Session) -> int:
    """How many inboxes there are."""
    return session.scalar(select(func.count()).select_from(MailServer)) or 0


def _server(session: Session, request: Request) -> MailServer:
    if server := session.get(MailServer, request.path_params["id"]):
        return server
    raise NotFound


def _json(session: Session, server: MailServer) -> dict[str, Any]:
    held = select(func.count()).where(Message.server_id == server.id)
    return {
        "id": server.id,
        "name": server.name,
        "users": server.users,
        "messages": session.scalar(held),
    }


ROUTES = [
    Route("/servers", list_servers, methods=["GET"]),
    Route("/servers", create, methods=["POST"]),
    Route("/servers/{id}", get, methods=["GET"]),
    Route("/servers/{id}", update, methods=["PUT"]),
    Route("/servers/{id}", delete, methods=["DELETE"]),
    Route("/servers/{id}/password", password, methods=["GET"]),
]
