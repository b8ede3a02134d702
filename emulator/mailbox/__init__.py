"""The practice mailbox: SMTP in, the Mailosaur API out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Mount

from emulator.mailbox.api import application

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """What answers under mailosaur.com."""
    return [Mount("/api", app=application())]
