"""Coming to the registration: from a short link, from a sign-in, or to manage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from emulator.actions.duty import record_of
from emulator.actions.registration.wizard import Mode
from emulator.portals.registration import course, manage
from emulator.portals.registration.visit import Visit, serve
from emulator.portals.registration.wizard import ADDRESS
from emulator.portals.session import MY_SIGN_INS, arrive_with_code
from emulator.rules.registration import MFA_CAPABLE

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

INTERRUPTED = "/interrupted"


async def security_info(request: Request) -> Response:
    """The page itself, or the wizard for those whom a short link sent to set up (B15, B19)."""
    setup = request.query_params.get("setup", "")
    handler = {"sspr": _set_up, "mfa": _set_up_app}.get(setup, manage.show)
    query = f"?setup={setup}" if setup in {"sspr", "mfa"} else ""
    return await serve(request, handler, f"{course.SECURITY_INFO}{query}")


def _set_up(visit: Visit) -> Response:
    course.begin(visit, Mode.SETUP)
    return RedirectResponse(ADDRESS, status_code=303)


def _set_up_app(visit: Visit) -> Response:
    """Whoever has no second factor is led to set up the app; others manage what they have."""
    kinds = record_of(visit.session, visit.tenant, visit.user).kinds
    duty = visit.duty
    if duty.enabled and not MFA_CAPABLE & set(kinds):
        return _set_up(visit)
    return RedirectResponse(course.SECURITY_INFO, status_code=303)


async def interrupted(request: Request) -> Response:
    """Come from a sign-in that asks to register; its code opens a session here."""
    ctx = request.query_params.get("ctx", "")
    answer = arrive_with_code(request, MY_SIGN_INS, f"{INTERRUPTED}?ctx={ctx}")
    if answer is None or not ctx.replace("-", "").replace("_", "").isalnum():
        raise HTTPException(400, "This registration was not begun by a sign-in; sign in again.")
    return answer


async def interruption(request: Request) -> Response:
    """Begin the wizard for a sign-in that waits."""
    ctx = request.query_params.get("ctx", "")

    def handler(visit: Visit) -> Response:
        course.begin(visit, Mode.INTERRUPT, ctx)
        return RedirectResponse(ADDRESS, status_code=303)

    return await serve(request, handler, course.SECURITY_INFO)
