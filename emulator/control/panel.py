"""The control page: the clock, deviations, faults, and a fresh start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from emulator.control import orders
from emulator.control.deeds import move_clock
from emulator.control.orders import Refused
from emulator.control.surroundings import furnish
from emulator.control.visit import canary, form, signed_in
from emulator.deviations import BY_CHAPTER, NAMES, Bent
from emulator.faults import NONE, PROFILES, combine
from emulator.portals.pages import render

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.organization import Organization

STEPS = (
    ("30", "30 seconds: the next app code"),
    ("360", "6 minutes: past a code's life"),
    ("960", "16 minutes: past a session"),
    ("86400", "1 day: past the throttles"),
    ("15552000", "180 days: the usual reconfirmation"),
)
# What of the tenant can be switched beside its policy.
SWITCHES = (
    ("security_defaults", "Security defaults: everyone must have a second factor"),
    ("passkey_nudge", "After a second factor people are asked for a passkey (from September 2026)"),
    ("email_signs_in", "A primary mail address is a sign-in name too"),
    ("education", "The tenant is a school's: no kinds of characters are asked of passwords"),
    ("hide_forgot", "Branding: the sign-in page does not offer to reset a password"),
    ("hide_cant_access", "Branding: the sign-in page does not offer help with the account"),
)
TEXTS = (("banner_text", "Branding: above the sign-in"), ("sign_in_text", "Branding: below it"))
_WHERE = "/control"


@signed_in
async def panel(request: Request) -> Response:
    """Everything that can be turned."""
    emulator, tenant = request.state.emulator, request.state.tenant
    return render(
        request,
        "practice/control.html",
        canary=canary(request),
        now=tenant.clock.now(),
        steps=STEPS,
        chapters=BY_CHAPTER,
        bent=tenant.bent,
        profiles=sorted(PROFILES),
        switches=SWITCHES,
        texts=TEXTS,
        present=_present(tenant.organization),
        faults=emulator.faults.model_dump(exclude_defaults=True),
        active=[name for name in PROFILES if _is_on(name, emulator.faults.model_dump())],
    )


@signed_in
async def clock(request: Request) -> Response:
    """Move the clock by one of the steps or by any number of seconds."""
    fields = await form(request)
    try:
        leap = orders.check(orders.Leap, {"advance_seconds": fields.get("seconds", "").strip()})
        await move_clock(request.state.emulator, leap.advance_seconds)
    except Refused as refusal:
        raise HTTPException(400, f"The clock was not moved: {refusal}.") from None
    return RedirectResponse(_WHERE, status_code=303)


@signed_in
async def surroundings(request: Request) -> Response:
    """Switch the tenant's own traits as they are ticked, and write on its sign-in page."""
    fields = await form(request)
    ticked = {name: name in fields for name, _ in SWITCHES}
    hidden = {name: ticked.pop(name) for name in ("hide_forgot", "hide_cant_access")}
    branding = {**hidden, **{name: fields.get(name, "").strip() for name, _ in TEXTS}}
    try:
        order = orders.check(orders.Organization, {**ticked, "branding": branding})
    except Refused as refusal:
        raise HTTPException(400, f"Nothing was changed: {refusal}.") from None
    furnish(request.state.tenant.organization, order)
    return RedirectResponse(_WHERE, status_code=303)


def _present(organization: Organization) -> dict[str, object]:
    places = (organization, organization.branding)
    names = [name for name, _ in (*SWITCHES, *TEXTS)]
    return {name: getattr(each, name) for name in names for each in places if hasattr(each, name)}


@signed_in
async def deviations(request: Request) -> Response:
    """Switch on exactly the ticked deviations."""
    fields = await form(request)
    request.state.emulator.bend(Bent.of(*(NAMES & fields.keys())))
    return RedirectResponse(_WHERE, status_code=303)


@signed_in
async def faults(request: Request) -> Response:
    """Switch on exactly the ticked profiles."""
    fields = await form(request)
    chosen = tuple(name for name in PROFILES if name in fields)
    request.state.emulator.suffer(combine(chosen) if chosen else NONE)
    return RedirectResponse(_WHERE, status_code=303)


@signed_in
async def reset(request: Request) -> Response:
    """A fresh tenant under the same policy."""
    await form(request)
    request.state.emulator.reset()
    return RedirectResponse("/", status_code=303)


def _is_on(name: str, faults: dict[str, object]) -> bool:
    """Whether the faults at present include a profile's."""
    wanted = PROFILES[name].model_dump(exclude_defaults=True)
    return all(_includes(faults[key], value) for key, value in wanted.items())


def _includes(present: object, wanted: object) -> bool:
    if isinstance(present, dict) and isinstance(wanted, dict):
        return all(present.get(key) == value for key, value in wanted.items())
    return present == wanted


ROUTES = [
    Route("/control", panel, methods=["GET"]),
    Route("/control/clock", clock, methods=["POST"]),
    Route("/control/tenant", surroundings, methods=["POST"]),
    Route("/control/deviations", deviations, methods=["POST"]),
    Route("/control/faults", faults, methods=["POST"]),
    Route("/control/reset", reset, methods=["POST"]),
]
