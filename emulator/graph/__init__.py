"""Microsoft Graph v1.0 over this tenant, as far as password reset needs it."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from emulator.graph.wire import METHODS, serve


def routes() -> list[BaseRoute]:
    """Everything under graph.microsoft.com."""
    return [Route("/{path:path}", serve, methods=METHODS)]
