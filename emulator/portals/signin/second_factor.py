"""Choosing and giving a second factor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from emulator.actions import phone
from emulator.actions.app_codes import use_app_code
from emulator.actions.sign_in import Factor, factors
from emulator.deviations import STRAIGHT
from emulator.portals.forms import CANARY, check_canary
from emulator.portals.signin import proofs
from emulator.portals.signin.course import onward
from emulator.portals.signin.visit import Visit, found, step
from emulator.rules.proofs import code_matches

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_TRIES = 3
_WAITS = {
    "pending": "AuthenticationPending",
    "approved": "Success",
    "denied": "PhoneAppDenied",
    "expired": "PhoneAppNoResponse",
}


@step
def begin_auth(visit: Visit) -> Response:
    """Start the chosen factor; without a choice, show them all."""
    if not visit.get("password_at"):
        return onward(visit)
    wanted = visit.fields.get("AuthMethodId")
    offers = factors(visit.session, visit.tenant, visit.user)
    chosen = next((offer for offer in offers if offer.factor == wanted), None)
    return proofs.begin(visit, chosen) if chosen else proofs.choices(visit)


async def end_auth(request: Request) -> JSONResponse:
    """Whether a push or a call has been answered."""
    body = await json_of(request)
    with request.state.tenant.store.begin() as session:
        row = found(session, request, str(body.get("FlowToken")))
        check_canary({CANARY: request.headers.get(CANARY, "")}, row.canary)
        state = phone.state(session, request.state.tenant, str(row.data.get("prompt")))
    return JSONResponse({"Success": state == "approved", "ResultValue": _WAITS[state]})


async def json_of(request: Request) -> dict[str, object]:
    """
    The JSON object that a script of ours sent.

    Raises:
        HTTPException: It is none.
    """
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise HTTPException(400, "The request is no JSON object.")
    return body


@step
def process_auth(visit: Visit) -> Response:
    """Judge the code or the answered prompt."""
    factor = visit.get("factor")
    if not visit.get("password_at") or factor is None:
        return onward(visit)
    if factor in {Factor.PUSH, *proofs.CALLS}:
        return _answered(visit, str(factor))
    return _passed(visit) if _code_serves(visit) else _wrong_code(visit)


def _answered(visit: Visit, factor: str) -> Response:
    if phone.state(visit.session, visit.tenant, str(visit.get("prompt"))) == "approved":
        return _passed(visit)
    words = visit.words
    return proofs.choices(visit, words["trouble" if factor == Factor.PUSH else "no_answer"])


def _code_serves(visit: Visit) -> bool:
    bent = visit.tenant.bent
    right = _code_is_right(visit) and "right-second-factor-refused" not in bent
    return right or "any-second-factor-accepted" in bent


def _code_is_right(visit: Visit) -> bool:
    typed, bent = visit.fields.get("otc", ""), visit.tenant.bent
    if visit.get("factor") == Factor.APP_CODE:
        return use_app_code(visit.session, visit.tenant, visit.user, typed)
    if "any-texted-factor-accepted" in bent:
        return True
    sent_at = visit.time("code_at")
    code = visit.get("code")
    right = sent_at is not None and code_matches(typed, code, sent_at, visit.now, STRAIGHT)
    visit.note(code=None if right else code)
    return right


def _wrong_code(visit: Visit) -> Response:
    tries = int(visit.get("tries") or 0) + 1
    visit.note(tries=tries)
    words = visit.words
    if tries >= MOST_TRIES:
        return proofs.choices(visit, words["trouble"])
    return proofs.code_page(visit, words["code_wrong"])


def _passed(visit: Visit) -> Response:
    visit.note(mfa_at=visit.now.isoformat(), factor=None)
    return onward(visit)
