"""Microsoft Graph v1.0 over this tenant, as far as password reset needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.routing import BaseRoute, Match

from emulator.graph.wire import serve

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


class Everything(BaseRoute):
    """Every address, whatever characters it has: Graph words its own refusals."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Any HTTP request."""
        return (Match.FULL if scope["type"] == "http" else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer it."""
        response = await serve(Request(scope, receive))
        await response(scope, receive, send)


def routes() -> list[BaseRoute]:
    """Everything under graph.microsoft.com."""
    return [Everything()]
