"""The names under which the tenant answers, and what stands behind each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

CONTROL_HOST = "emulator.test"

# Where a host names several packages the first one that knows the path answers.
HOSTS: dict[str, tuple[str, ...]] = {
    "aka.ms": ("emulator.portals.shortlinks",),
    "entra.microsoft.com": ("emulator.portals.admin_center",),
    "graph.microsoft.com": ("emulator.graph",),
    "login.microsoftonline.com": ("emulator.identity", "emulator.portals.signin"),
    "main.iam.ad.ext.azure.com": ("emulator.portals.admin_api",),
    "myaccount.microsoft.com": ("emulator.portals.account",),
    "mysignins.microsoft.com": ("emulator.portals.registration",),
    "passwordreset.microsoftonline.com": ("emulator.portals.reset",),
    "mailosaur.com": ("emulator.mailbox",),
    CONTROL_HOST: ("emulator.control",),
}


def routes_of(host: str) -> list[BaseRoute]:
    """Every route that answers under ``host``."""
    return [route for package in HOSTS[host] for route in import_module(package).routes()]
