"""
How a site signs people in: to the sign-in page by redirect, back with a code, then a cookie.

A site keeps its session in a cookie of its own; the sign-in page keeps another. Both expire by
the tenant's clock.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from emulator.portals import keep
from emulator.portals.wording import keep_language
from emulator.store import PortalSession, User

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.tenant import Tenant

AUTHORIZE = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
CALLBACK = "/auth/callback"
BROWSER = "browser"
_WAY = "way to sign-in"
_CODE = "code"
_WAY_LASTS = dt.timedelta(hours=1)
_CODE_LASTS = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Site:
    """
    A site that people sign in to.

    Attributes:
        name: What its session and cookie are called.
        client_id: Its id at the sign-in page.
        origin: Scheme and host.
        lasts: How long a session lives.
    """

    name: str
    client_id: str
    origin: str
    lasts: dt.timedelta

    @property
    def redirect_uri(self) -> str:
        """Where the sign-in page sends the browser back to."""
        return self.origin + CALLBACK


MY_SIGN_INS = Site(
    "mysignins",
    "19db86c3-b2b9-44cc-b339-36da233a3be2",
    "https://mysignins.microsoft.com",
    dt.timedelta(minutes=15),  # pages.md 3.1
)
MY_ACCOUNT = Site(
    "myaccount",
    "8c59ead7-d703-4a27-9e55-c96a0054c8d2",
    "https://myaccount.microsoft.com",
    dt.timedelta(hours=1),
)
ADMIN_CENTER = Site(
    "admincenter",
    "c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
    "https://entra.microsoft.com",
    dt.timedelta(hours=1),
)
SITES = {site.client_id: site for site in (MY_SIGN_INS, MY_ACCOUNT, ADMIN_CENTER)}


@dataclass(frozen=True, slots=True)
class Visitor:
    """
    Who is signed in to a site.

    ``mfa_at`` is when a second factor was last shown, or None. ``canary`` goes into each form.
    """

    session_id: str
    user_id: str
    canary: str
    signed_in_at: dt.datetime
    mfa_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Proof:
    """What the sign-in page found out about a person."""

    user_id: str
    signed_in_at: dt.datetime
    mfa_at: dt.datetime | None = None


def visitor(request: Request, site: Site) -> Visitor | None:
    """Who is signed in to ``site`` in this browser; nobody once the session has expired."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        row = keep.find(session, tenant, request.cookies.get(site.name), site.name)
        user = session.get(User, row.user_id) if row else None
        if row is None or user is None or not user.account_enabled:
            return None
        return Visitor(row.id, user.id, row.canary, row.created_at, keep.time_of(row, "mfa_at"))


def send_to_sign_in(
    request: Request, site: Site, *, back_to: str, mfa_within: dt.timedelta | None = None
) -> Response:
    """
    Off to the sign-in page and back to the path ``back_to``.

    ``mfa_within`` asks those who have a second factor to have shown it that recently (S11).
    """
    tenant: Tenant = request.state.tenant
    browser = request.cookies.get(BROWSER) or keep.new_key()
    data: dict[str, object] = {"browser": browser, "site": site.name, "back_to": back_to}
    with tenant.store.begin() as session:
        way = keep.open_session(session, tenant, _WAY, _WAY_LASTS, data=data)
    answer = RedirectResponse(_authorize_url(request, site, way.id, mfa_within), status_code=302)
    set_cookie(answer, BROWSER, browser)
    keep_language(request, answer)
    return answer


def _authorize_url(
    request: Request, site: Site, state: str, mfa_within: dt.timedelta | None
) -> str:
    query = {
        "client_id": site.client_id,
        "redirect_uri": site.redirect_uri,
        "response_type": "code",
        "scope": "openid profile",
        "state": state,
    }
    if mfa_within is not None:
        query |= {"amr_values": "mfa", "max_age": str(int(mfa_within.total_seconds()))}
    if language := request.query_params.get("lng") or request.query_params.get("mkt"):
        query["mkt"] = language
    return f"{AUTHORIZE}?{urlencode(query)}"


def new_code(session: Session, tenant: Tenant, site: Site, proof: Proof) -> str:
    """A code that ``site`` can redeem once."""
    data: dict[str, object] = {
        "site": site.name,
        "signed_in_at": proof.signed_in_at.isoformat(),
        "mfa_at": proof.mfa_at.isoformat() if proof.mfa_at else None,
    }
    row = keep.open_session(session, tenant, _CODE, _CODE_LASTS, user_id=proof.user_id, data=data)
    return row.id


def callback_route(site: Site) -> Route:
    """The route to which the sign-in page sends people back."""

    async def come_back(request: Request) -> Response:
        return _come_back(request, site)

    return Route(CALLBACK, come_back)


def _come_back(request: Request, site: Site) -> Response:
    tenant: Tenant = request.state.tenant
    query = request.query_params
    with tenant.store.begin() as session:
        way = keep.take(session, tenant, query.get("state"), _WAY)
        code = keep.take(session, tenant, query.get("code"), _CODE)
    if way is None or code is None or not _belongs(request, site, way, code):
        raise HTTPException(400, "This sign-in was not begun here or is over; begin again.")
    return _signed_in(tenant, site, code, str(way.data["back_to"]))


def _belongs(request: Request, site: Site, way: PortalSession, code: PortalSession) -> bool:
    same_browser = way.data["browser"] == request.cookies.get(BROWSER)
    return same_browser and way.data["site"] == site.name == code.data["site"]


def _signed_in(tenant: Tenant, site: Site, code: PortalSession, back_to: str) -> Response:
    data: dict[str, object] = {"mfa_at": code.data["mfa_at"]}
    with tenant.store.begin() as session:
        row = keep.open_session(
            session, tenant, site.name, site.lasts, user_id=code.user_id, data=data
        )
    answer = RedirectResponse(back_to, status_code=302)
    set_cookie(answer, site.name, row.id)
    return answer


def arrive_with_code(request: Request, site: Site, back_to: str) -> Response | None:
    """
    Open a session for whom the sign-in page sent over with a code, and go on to ``back_to``.

    None where the code does not serve.
    """
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        code = keep.take(session, tenant, request.query_params.get("code"), _CODE)
    if code is None or code.data["site"] != site.name:
        return None
    return _signed_in(tenant, site, code, back_to)


def redeem(tenant: Tenant, site: Site, code: str) -> str | None:
    """For whom the sign-in page gave ``site`` a code; None where the code does not serve."""
    with tenant.store.begin() as session:
        row = keep.take(session, tenant, code, _CODE)
    return row.user_id if row is not None and row.data["site"] == site.name else None


def set_cookie(answer: Response, name: str, value: str, *, days: int | None = None) -> None:
    """Hand the browser a cookie that no script reads; without ``days`` it goes with the window."""
    answer.set_cookie(
        name,
        value,
        secure=True,
        httponly=True,
        samesite="lax",
        max_age=days * 86_400 if days else None,
    )
