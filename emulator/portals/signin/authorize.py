"""Coming to the sign-in page: from a site, back from the registration, or to sign out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from emulator.portals import keep
from emulator.portals.session import AUTHORIZE, BROWSER, MY_ACCOUNT, SITES, set_cookie
from emulator.portals.signin import browser_session
from emulator.portals.signin.application import errand_of
from emulator.portals.signin.course import onward, who
from emulator.portals.signin.failure import failure
from emulator.portals.signin.visit import LASTS, SIGN_IN, Visit, found
from emulator.store import PortalSession, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

_LONGEST_STATE = 500


async def authorize(request: Request) -> Response:
    """Begin a sign-in for the site that asks."""
    query = request.query_params
    if query.get("client_id") == request.state.emulator.application.client_id:
        return _for_application(request)
    site = SITES.get(query.get("client_id", ""))
    if site is None:
        return failure(request, "error_client")
    if query.get("redirect_uri", site.redirect_uri) != site.redirect_uri:
        return failure(request, "error_redirect")
    if query.get("response_type", "code") != "code":
        return failure(request, "error_response")
    return begin(request)


def _for_application(request: Request) -> Response:
    errand = errand_of(request.query_params)
    if errand is None:
        return failure(request, "error_redirect")
    if request.query_params.get("response_type", "code") != "code":
        return failure(request, "error_response")
    return begin(request, errand)


def begin(request: Request, errand: dict[str, str] | None = None) -> Response:
    """Begin a sign-in; ``errand`` is what the tenant's own application wants of it."""
    tenant = request.state.tenant
    browser = request.cookies.get(BROWSER) or keep.new_key()
    asked = _asked(request, browser) | {"errand": errand}
    with tenant.store.begin() as session:
        row = keep.open_session(session, tenant, SIGN_IN, LASTS, data=asked)
        answer = _first_page(Visit(request, session, row))
    set_cookie(answer, BROWSER, browser)
    return answer


def _asked(request: Request, browser: str) -> dict[str, object]:
    query = request.query_params
    max_age = query.get("max_age", "")
    return {
        "browser": browser,
        "client_id": query.get("client_id"),
        "state": query.get("state", "")[:_LONGEST_STATE],
        "user_name": query.get("login_hint", "")[:_LONGEST_STATE],
        "mfa": "mfa" in query.get("amr_values", ""),
        "max_age": int(max_age) if max_age.isascii() and max_age.isdigit() else None,
        "correlation_id": query.get("client-request-id", ""),
    }


def _first_page(visit: Visit) -> Response:
    """Whoever is signed in goes on at once, unless the site wants the question asked."""
    prompt = visit.request.query_params.get("prompt", "")
    row = browser_session.signed_in(visit.session, visit.request)
    user = visit.session.get(User, row.user_id) if row else None
    hint = str(visit.get("user_name") or "").lower()
    if prompt or row is None or user is None or hint not in {"", user.user_principal_name}:
        return who(visit)
    browser_session.resume(visit, row, user)
    return onward(visit)


async def reprocess(request: Request) -> Response:
    """Go on with a sign-in after the registration or a reset; without one, begin anew."""
    with request.state.tenant.store.begin() as session:
        row = _under_way(session, request)
        if row is not None:
            return onward(Visit(request, session, row))
    return await begin_anew(request)


def _under_way(session: Session, request: Request) -> PortalSession | None:
    try:
        return found(session, request, request.query_params.get("ctx"))
    except HTTPException:
        return None


async def begin_anew(_request: Request) -> Response:
    """Sign in without having come from a site: *My Account* is where that leads."""
    query = urlencode({"client_id": MY_ACCOUNT.client_id, "response_type": "code"})
    return RedirectResponse(f"{AUTHORIZE}?{query}", status_code=302)


async def logout(request: Request) -> Response:
    """End the session of this browser."""
    answer = RedirectResponse("/", status_code=302)
    with request.state.tenant.store.begin() as session:
        browser_session.forget(session, request, answer)
    return answer
