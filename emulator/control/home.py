"""The practice home: whom to sign in as and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from emulator.control.people import everyone, invite, new_password
from emulator.control.visit import canary, form, signed_in
from emulator.portals.pages import render

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.control.people import Told

PLACES = (
    ("https://aka.ms/ssprsetup", "Register for password reset"),
    ("https://aka.ms/sspr", "Reset a forgotten password"),
    ("https://mysignins.microsoft.com/security-info", "My sign-ins: security info"),
    ("https://myaccount.microsoft.com/", "My account: sign in, change the password"),
    ("https://entra.microsoft.com/", "Entra admin center: the password reset policy"),
)


@signed_in
async def home(request: Request) -> Response:
    """Everybody who can sign in, and the places to try."""
    return render(
        request,
        "practice/home.html",
        canary=canary(request),
        places=PLACES,
        people=everyone(request.state.tenant),
        policy=request.state.tenant.policy,
        now=request.state.tenant.clock.now(),
    )


@signed_in
async def add_person(request: Request) -> Response:
    """A new person, whose password is told once."""
    fields = await form(request)
    kind = fields.get("kind", "member")
    tenant = request.state.tenant
    told = invite(tenant, group=kind == "member", administrator=kind == "administrator")
    return _tell(request, told)


@signed_in
async def change_password(request: Request) -> Response:
    """Another password for a person, told once."""
    await form(request)
    told = new_password(request.state.tenant, request.path_params["id"])
    if told is None:
        raise HTTPException(404, "There is no such person.")
    return _tell(request, told)


def _tell(request: Request, told: Told) -> Response:
    return render(request, "practice/told.html", told=told)


ROUTES = [
    Route("/", home, methods=["GET"]),
    Route("/people", add_person, methods=["POST"]),
    Route("/people/{id}/password", change_password, methods=["POST"]),
]
