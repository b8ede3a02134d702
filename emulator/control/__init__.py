"""What only an emulator offers: its control API and the practice pages for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Mount

from emulator.control import home, inbox, panel
from emulator.control.api import application

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """What answers under emulator.test."""
    return [Mount("/api", app=application()), *home.ROUTES, *inbox.ROUTES, *panel.ROUTES]
