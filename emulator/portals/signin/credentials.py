"""Giving the account name and the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.actions.sign_in import Outcome, try_password
from emulator.portals.forms import CANARY, check_canary
from emulator.portals.signin import browser_session
from emulator.portals.signin.course import onward, password_view, who
from emulator.portals.signin.second_factor import json_of
from emulator.portals.signin.visit import Visit, found, step
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.store import User

_MESSAGES = {Outcome.LOCKED: "account_locked", Outcome.DISABLED: "account_disabled"}
_EXISTS, _DOES_NOT = 0, 1


async def credential_type(request: Request) -> JSONResponse:
    """Whether an account of that name exists; the page asks before it asks for the password."""
    body = await json_of(request)
    name = str(body.get("username", ""))
    with request.state.tenant.store.begin() as session:
        row = found(session, request, str(body.get("flowToken")))
        check_canary({CANARY: request.headers.get(CANARY, "")}, row.canary)
        known = user_by_name(session, name) is not None
        row.data["user_name"] = name.strip()
    return JSONResponse(
        {"Username": name, "Display": name, "IfExistsResult": _EXISTS if known else _DOES_NOT}
    )


@step
def login(visit: Visit) -> Response:
    """Judge the password."""
    name = visit.fields.get("login") or visit.fields.get("loginfmt", "")
    visit.note(user_name=name.strip())
    user = user_by_name(visit.session, name)
    if user is None:
        return who(visit, visit.words["username_unknown" if name.strip() else "username_empty"])
    return _judge(visit, user, visit.fields.get("passwd", ""))


def _judge(visit: Visit, user: User, password: str) -> Response:
    if not password:
        return password_view(visit, visit.words["password_empty"])
    familiar = browser_session.knows(visit.request, user)
    outcome = try_password(visit.session, visit.tenant, user, password, familiar=familiar)
    if outcome is Outcome.RIGHT:
        visit.row.user_id = user.id
        visit.note(user_name=user.user_principal_name, password_at=visit.now.isoformat())
        return onward(visit)
    if outcome is Outcome.LOCKED and "lockout-not-told" in visit.tenant.bent:
        outcome = Outcome.WRONG
    if outcome is Outcome.WRONG:
        return password_view(visit, wrong=True, code=outcome)
    return password_view(visit, visit.words[_MESSAGES[outcome]], code=outcome)


@step
def pick(visit: Visit) -> Response:
    """Go on as a remembered account, or as another."""
    name = visit.fields.get("login", "")
    session_row = browser_session.signed_in(visit.session, visit.request)
    user = user_by_name(visit.session, name)
    if user and session_row and session_row.user_id == user.id:
        browser_session.resume(visit, session_row, user)
        return onward(visit)
    visit.note(user_name=name if user else "", another=user is None)
    return password_view(visit) if user else who(visit)
