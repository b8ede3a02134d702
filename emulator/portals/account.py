"""myaccount.microsoft.com: where a sign-in arrives that was begun for no other site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from emulator.portals.pages import render
from emulator.portals.session import MY_ACCOUNT, callback_route, send_to_sign_in, visitor
from emulator.store import User

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """The page and the way back from the sign-in."""
    return [Route("/", show), callback_route(MY_ACCOUNT)]


async def show(request: Request) -> Response:
    """Who is signed in; whoever is not, signs in first."""
    who = visitor(request, MY_ACCOUNT)
    if who is None:
        return send_to_sign_in(request, MY_ACCOUNT, back_to="/")
    with request.state.tenant.store.begin() as session:
        user = session.get_one(User, who.user_id)
    return render(request, "account/account.html", user=user)
