"""passwordreset.microsoftonline.com: the portal where people get back into their accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.portals.reset.wire import ROUTES

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """Everything that the portal answers."""
    return [*ROUTES]
