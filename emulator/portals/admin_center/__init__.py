"""
entra.microsoft.com: the *Password reset* pages of the admin center (pages.md 5.1), and its events.

The address of a page stands behind the number sign, as Microsoft's does, so the server never sees
it: all pages are sent at once and a script shows the one that the address names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from emulator.portals.admin_center import events, pages
from emulator.portals.session import ADMIN_CENTER, callback_route

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """The pages, what they save, and the way to sign-in and back."""
    return [
        Route("/", pages.show),
        Route("/signin", pages.sign_in),
        Route("/events", events.show),
        Route("/passwordreset/{blade}", pages.save, methods=["POST"]),
        callback_route(ADMIN_CENTER),
    ]
