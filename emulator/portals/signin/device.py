"""Where the code of a program without a browser is typed in; what the page looks like is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.identity.device_code import KIND
from emulator.portals import keep
from emulator.portals.forms import read_form
from emulator.portals.pages import render
from emulator.portals.signin.authorize import begin
from emulator.portals.wording import language_of, words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_PAGE = "ConvergedRemoteConnect"


async def ask(request: Request) -> Response:
    """The page with the one field."""
    return _page(request)


async def take(request: Request) -> Response:
    """Go on to the sign-in for the program that the code belongs to."""
    typed = (await read_form(request)).get("otc", "").strip().upper()
    tenant = request.state.tenant
    with tenant.store.begin() as session:
        row = keep.find(session, tenant, typed, KIND)
        waiting = row is not None and row.user_id is None
    if not waiting:
        return _page(request, words("signin", language_of(request))["device_wrong"])
    return begin(request, {"device": typed})


def _page(request: Request, error: str = "") -> Response:
    config = {"pgid": _PAGE}
    return render(request, "signin/device.html", page_id=_PAGE, config=config, error=error)
