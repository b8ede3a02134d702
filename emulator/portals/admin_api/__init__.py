"""
main.iam.ad.ext.azure.com: the undocumented API behind the admin center (A18, pages.md 5.2).

It takes only tokens that a signed-in person delegated to the portal. How it words a refusal is
not known; ``Message`` is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from emulator.portals.admin_api import operations as do

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

_BASE = "/api/PasswordReset"


def routes() -> list[BaseRoute]:
    """The two policy objects."""
    return [
        Route(f"{_BASE}/PasswordResetPolicies", do.get_policy, methods=["GET"]),
        Route(f"{_BASE}/PasswordResetPolicies", do.put_policy, methods=["PUT"]),
        Route(f"{_BASE}/OnPremisesPasswordResetPolicies", do.get_on_premises, methods=["GET"]),
        Route(f"{_BASE}/OnPremisesPasswordResetPolicies", do.put_on_premises, methods=["PUT"]),
    ]
