"""
Signing in for the tenant's own application: a program on this machine that acts for a person.

It gets a code at a loopback address of its own, or is told that its device code was typed in.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from emulator.identity.id_token import client_info
from emulator.portals import keep
from emulator.portals.signin.page import page
from emulator.store import PortalSession

if TYPE_CHECKING:
    from starlette.datastructures import QueryParams
    from starlette.responses import Response

    from emulator.portals.signin.visit import Visit

KIND = "application code"
_LASTS = dt.timedelta(minutes=10)
_LOOPBACK = re.compile(r"http://(localhost|127\.0\.0\.1)(:\d{1,5})?(/[^\s?#]{0,200})?")
_METHODS = frozenset({"", "plain", "S256"})
_MODES = frozenset({"query", "form_post"})


def errand_of(query: QueryParams) -> dict[str, str] | None:
    """What the application asks for; None where it asks in a way that is not offered."""
    errand = {
        "redirect_uri": query.get("redirect_uri", ""),
        "scope": query.get("scope", ""),
        "challenge": query.get("code_challenge", ""),
        "challenge_method": query.get("code_challenge_method", ""),
        "nonce": query.get("nonce", ""),
        "response_mode": query.get("response_mode", "query"),
    }
    offered = errand["challenge_method"] in _METHODS and errand["response_mode"] in _MODES
    return errand if offered and _LOOPBACK.fullmatch(errand["redirect_uri"]) else None


def hand_over(visit: Visit, errand: dict[str, str]) -> Response:
    """The end of the sign-in: the application learns of it."""
    if device := errand.get("device"):
        return _confirm(visit, device)
    code = keep.open_session(
        visit.session, visit.tenant, KIND, _LASTS, user_id=visit.user.id, data=dict(errand)
    )
    told = {
        "code": code.id,
        "state": str(visit.get("state")),
        "session_state": visit.row.id,
        "client_info": client_info(visit.tenant, visit.user.id),
    }
    where = errand["redirect_uri"]
    if errand["response_mode"] == "form_post":
        return page(visit, "form_post", "FormPost", where=where, told=told)
    return RedirectResponse(f"{where}?{urlencode(told)}", status_code=303)


def _confirm(visit: Visit, device: str) -> Response:
    row = visit.session.get(PortalSession, device)
    if row is not None:
        row.user_id = visit.user.id
    name = visit.request.state.emulator.application.name
    return page(visit, "device_done", "ConvergedRemoteConnect", application=name)
