"""mysignins.microsoft.com: registering security info, led there by sign-in or unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from emulator.portals.registration import entry, manage, password_change
from emulator.portals.registration.waiting import waiting
from emulator.portals.registration.wizard import ADDRESS, wizard
from emulator.portals.session import MY_SIGN_INS, callback_route

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """Every page and form of the site."""
    return [
        callback_route(MY_SIGN_INS),
        Route("/security-info", entry.security_info),
        Route("/registerMfaMethods", entry.interrupted),
        Route(entry.INTERRUPTED, entry.interruption),
        Route(ADDRESS, wizard, methods=["GET", "POST"]),
        Route(f"{ADDRESS}/waiting", waiting),
        Route("/security-info/add", manage.add, methods=["POST"]),
        Route("/security-info/change", manage.change, methods=["POST"]),
        Route("/security-info/delete", manage.delete, methods=["POST"]),
        Route("/security-info/default", manage.choose_default, methods=["POST"]),
        Route(password_change.ADDRESS, password_change.password_change, methods=["GET", "POST"]),
    ]
