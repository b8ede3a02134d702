"""
What stands next in a sign-in.

Each step only notes what it found out; the course looks at all notes anew and shows the first page
that still has something to ask.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import RedirectResponse

from emulator.actions.passwords import must_change
from emulator.actions.sign_in import factors, interrupt_of, may_skip
from emulator.portals import session as portal
from emulator.portals.signin import browser_session
from emulator.portals.signin.application import hand_over
from emulator.portals.signin.page import page
from emulator.portals.signin.proofs import ask
from emulator.portals.wording import language_of
from emulator.rules.interrupts import Interrupt
from emulator.timeline import Era

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.signin.visit import Visit

RESET_PORTAL = "https://passwordreset.microsoftonline.com/"
REGISTRATION = "https://mysignins.microsoft.com/registerMfaMethods"
REPROCESS = "https://login.microsoftonline.com/common/reprocess"


def onward(visit: Visit) -> Response:
    """The next page, or the way back to the site once nothing is left to ask."""
    if visit.row.user_id is None:
        return who(visit)
    if not visit.get("password_at"):
        return password_view(visit)
    if must_change(visit.tenant, visit.user) and "first-password-kept" not in visit.tenant.bent:
        return page(visit, "change_password", "ConvergedChangePassword", error="")
    return (
        _second_factor(visit)
        or _interrupt(visit)
        or _passkey(visit)
        or _stay(visit)
        or _arrive(visit)
    )


def who(visit: Visit, error: str = "") -> Response:
    """The page that asks for the account, or lets one be picked."""
    names = browser_session.remembered(visit.request)
    if names and not error and not visit.get("user_name") and not visit.get("another"):
        return page(visit, "pick_account", "ConvergedSignIn", names=names)
    return _sign_in(visit, "username", error=error)


def password_view(
    visit: Visit, error: str = "", *, wrong: bool = False, code: str = ""
) -> Response:
    """The page that asks for the password; ``wrong`` offers to reset it."""
    return _sign_in(visit, "password", error=error, wrong=wrong, code=code)


def _sign_in(
    visit: Visit, view: str, *, error: str = "", wrong: bool = False, code: str = ""
) -> Response:
    words = visit.words
    script = {
        "view": view,
        "error": error,
        "wrong": wrong,
        "user_name": visit.get("user_name") or "",
        **{
            name: words[name]
            for name in ("username_empty", "username_unknown", "password_empty", "password_label")
        },
    }
    config = {"sErrorCode": code, "showCantAccessAccountLink": True}
    return page(
        visit,
        "sign_in",
        "ConvergedSignIn",
        config=config,
        page=script,
        forgot_url=_reset_url(visit, "forgot-link-goes-astray"),
        cant_access_url=_reset_url(visit, "cannot-access-link-goes-astray"),
    )


def _reset_url(visit: Visit, astray: str) -> str:
    """Where a link to the reset leads (C1); under the deviation ``astray`` nowhere."""
    if astray in visit.tenant.bent:
        return "https://login.microsoftonline.com/"
    query = {
        "ru": f"{REPROCESS}?{urlencode({'ctx': visit.row.id})}",
        "mkt": language_of(visit.request),
        "hosted": "0",
        "device_platform": "Linux",
    }
    return f"{RESET_PORTAL}?{urlencode(query, quote_via=quote)}"


def _second_factor(visit: Visit) -> Response | None:
    """Asked of those who have one, where site, tenant or the registration ahead wants it."""
    wanted = visit.get("mfa") or visit.get("complying") or _defaults(visit)
    if not wanted or _fresh(visit) or not factors(visit.session, visit.tenant, visit.user):
        return None
    return ask(visit)


def _defaults(visit: Visit) -> bool:
    return visit.tenant.organization.security_defaults


def _fresh(visit: Visit) -> bool:
    proved = visit.time("mfa_at")
    limit = visit.get("max_age")
    if proved is None:
        return False
    return limit is None or visit.now - proved <= dt.timedelta(seconds=limit)


def _interrupt(visit: Visit) -> Response | None:
    """Asked once a session, however often the browser comes by (B21, S10)."""
    if visit.get("complying"):
        return _to_registration(visit)
    if visit.get("asked"):
        return None
    cause = interrupt_of(visit.session, visit.tenant, visit.user)
    return None if cause is Interrupt.NONE else _show_interrupt(visit)


def _to_registration(visit: Visit) -> Response:
    """Off to the registration, which comes back to this sign-in when it is done."""
    visit.note(asked=True, complying=False)
    code = portal.new_code(visit.session, visit.tenant, portal.MY_SIGN_INS, _proof(visit))
    query = urlencode({"code": code, "ctx": visit.row.id})
    return RedirectResponse(f"{REGISTRATION}?{query}", status_code=303)


def _show_interrupt(visit: Visit) -> Response:
    """*More information required* or, since the pages were redone, its successor."""
    words = visit.words
    new = visit.tenant.timeline.has(Era.RESKINNED_WIZARD)
    return page(
        visit,
        "proof_up",
        "ConvergedProofUpRedirect",
        heading=words["keep_secure" if new else "more_required"],
        text=words["keep_secure_text" if new else "more_required_text"],
        skippable=may_skip(visit.session, visit.tenant, visit.user),
    )


def _passkey(visit: Visit) -> Response | None:
    wanted = visit.tenant.organization.passkey_nudge and visit.tenant.timeline.has(
        Era.PASSKEY_NUDGE
    )
    if not wanted or visit.get("passkey") or not visit.get("mfa_at"):
        return None
    return page(visit, "passkey", "PasskeyNudgeUnknown")


def _stay(visit: Visit) -> Response | None:
    return None if visit.get("stay") is not None else page(visit, "kmsi", "KmsiInterrupt")


def _proof(visit: Visit) -> portal.Proof:
    signed_in_at = visit.time("password_at") or visit.now
    return portal.Proof(visit.user.id, signed_in_at, visit.time("mfa_at"))


def _back_to_site(visit: Visit) -> Response:
    code = portal.new_code(visit.session, visit.tenant, visit.site, _proof(visit))
    query = urlencode({"code": code, "state": visit.get("state"), "session_state": visit.row.id})
    return RedirectResponse(f"{visit.site.redirect_uri}?{query}", status_code=303)


def _arrive(visit: Visit) -> Response:
    errand = visit.get("errand")
    answer = hand_over(visit, errand) if errand else _back_to_site(visit)
    browser_session.remember(visit, answer)
    visit.session.delete(visit.row)
    return answer
