"""One application for every host, and the tenant that each request meets."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.routing import Host, Route, Router

from emulator.actions.synchronisation import catch_up
from emulator.faulty_wire import FaultyWire
from emulator.hosts import HOSTS, routes_of
from emulator.portals.pages import render

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import HTMLResponse
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from emulator.emulator import Emulator


def create_app(emulator: Emulator) -> ASGIApp:
    """The application that serves ``emulator`` under all its names."""
    hosts = [Host(name, Router(routes_of(name)), name=name) for name in HOSTS]
    app = Starlette(routes=[*hosts, Route("/{path:path}", _nowhere)])
    return FaultyWire(TenantOnEveryRequest(app, emulator), emulator)


async def _nowhere(request: Request) -> HTMLResponse:
    """What a link out of the tenant finds, such as that to its helpdesk."""
    host = request.headers.get("host", "")
    return render(request, "practice/elsewhere.html", status_code=404, host=host)


class TenantOnEveryRequest:
    """Gives each request the tenant as it is now, and each answer the tenant's date."""

    def __init__(self, app: ASGIApp, emulator: Emulator) -> None:
        self._app = app
        self._emulator = emulator

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a reset in its middle does not change its tenant."""
        tenant = self._emulator.tenant
        catch_up(tenant)
        scope.setdefault("state", {}).update(tenant=tenant, emulator=self._emulator)

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                now = format_datetime(tenant.clock.now(), usegmt=True)
                MutableHeaders(scope=message).setdefault("date", now)
            await send(message)

        await self._app(scope, receive, dated)
