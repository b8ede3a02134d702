"""The short links of ``aka.ms`` and the pages they lead to (B15, C1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route

if TYPE_CHECKING:
    from starlette.requests import Request

LINKS = {
    "sspr": "https://passwordreset.microsoftonline.com/",
    "ssprsetup": "https://mysignins.microsoft.com/security-info?setup=sspr",
    "mfasetup": "https://mysignins.microsoft.com/security-info?setup=mfa",
    "setupsecurityinfo": "https://mysignins.microsoft.com/security-info?setup=mfa",
    "mysecurityinfo": "https://mysignins.microsoft.com/security-info",
}
# By deviation: the link that leads to the sign-in page alone.
_ASTRAY = {
    "reset-address-goes-astray": "sspr",
    "app-address-goes-astray": "mfasetup",
    "security-info-address-goes-astray": "mysecurityinfo",
}


def routes() -> list[BaseRoute]:
    """One redirect a link; what the caller asks for is handed on."""
    return [Route(f"/{name}", _follow, name=name) for name in LINKS]


async def _follow(request: Request) -> RedirectResponse:
    name = request.url.path.strip("/").lower()
    target = LINKS[name]
    if request.state.tenant.bent.meets({astray: name == each for astray, each in _ASTRAY.items()}):
        target = "https://login.microsoftonline.com/"
    if query := request.url.query:
        target += ("&" if "?" in target else "?") + query
    return RedirectResponse(target, status_code=302)
