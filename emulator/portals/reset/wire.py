"""The portal's requests: the page, its postbacks, its pictures (pages.md 2.1)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from emulator.actions import notify, phone
from emulator.actions.reset import attempts, captcha, finish, flow
from emulator.actions.reset.flow import View
from emulator.actions.reset.visit import Visit
from emulator.portals.forms import read_form
from emulator.portals.pages import render, render_text
from emulator.portals.reset.deeds import DEEDS
from emulator.portals.reset.delta import Part, delta, redirect
from emulator.portals.reset.hidden import (
    CHECK_FIELD,
    IDS,
    STATE_FIELD,
    hidden_fields,
    stage,
    updates,
)
from emulator.portals.reset.screen import screen_of
from emulator.portals.wording import language_of, words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request

    from emulator.store import ResetFlow
    from emulator.tenant import Tenant

SIGN_IN = "https://login.microsoftonline.com/"
COOKIE = "SessionId"
PANEL = "ContentPlaceholderMainContent_UpdatePanelMain"


async def start(request: Request) -> Response:
    """The portal's page, for a fresh flow."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        ip = request.client.host if request.client else "127.0.0.1"
        return_url = _return_url(request.query_params.get("ru", ""))
        begun = flow.begin(session, tenant, return_url=return_url, ip=ip)
        begun.typed_name = request.query_params.get("username", "")[:256]
        visit = Visit(session, tenant, begun)
        captcha.pose(visit)
        answer = _page(request, visit)
    _set_cookies(request, answer, begun)
    return answer


def _return_url(wish: str) -> str:
    """Where the person goes afterwards: only ever to the sign-in page."""
    try:
        parts = urlsplit(wish)
    except ValueError:
        return SIGN_IN
    own = parts.scheme == "https" and parts.netloc == urlsplit(SIGN_IN).netloc
    return wish if own else SIGN_IN


def _set_cookies(request: Request, answer: Response, begun: ResetFlow) -> None:
    answer.set_cookie(COOKIE, begun.id, secure=True, httponly=True, samesite="lax")
    answer.set_cookie("DisplayCulture", language_of(request), secure=True, samesite="lax")
    answer.set_cookie("CookiesSupportedCookie", "True", secure=True, samesite="lax")


async def postback(request: Request) -> Response:
    """Do what the control that was used does, and show where that leads."""
    fields = await read_form(request)
    partial = request.headers.get("x-microsoftajax", "").lower() == "delta=true"
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        current = _flow_of(request, session, fields)
        if current is None:
            return _without_session(request, partial=partial)
        visit = Visit(session, tenant, current)
        _act(visit, fields)
        answer = _answer(request, visit, partial=partial)
    await notify.send(tenant.post, visit.letters)
    return answer


def _flow_of(request: Request, session: Session, fields: dict[str, str]) -> ResetFlow | None:
    """The flow that the cookie names, if the form has that flow's anti-forgery value."""
    given = fields.get(STATE_FIELD, "").encode("utf-8", "surrogatepass")
    found = flow.find(session, request.state.tenant, request.cookies.get(COOKIE, ""))
    if found is None and "cookies-not-needed" in request.state.tenant.bent:
        found = flow.of_page(session, fields.get(STATE_FIELD, ""))
    if found is None or not hmac.compare_digest(given, found.canary.encode()):
        return None
    return found


def _act(visit: Visit, fields: dict[str, str]) -> None:
    """Do it on the view it belongs to; a page that has been left behind does nothing."""
    deed, current = DEEDS.get(fields.get("__EVENTTARGET", "")), visit.flow
    current.error = None
    attempts.bar(visit)
    if current.view == View.EXPIRED:
        finish.come_late(visit, fields.get("password", ""))
    stale = fields.get(CHECK_FIELD) != stage(current)
    if deed and not stale and (not deed.views or View(current.view) in deed.views):
        deed.act(visit, fields)
        visit.session.flush()


def _answer(request: Request, visit: Visit, *, partial: bool) -> Response:
    if visit.flow.view == View.CANCELLED:
        return _elsewhere(visit.flow.return_url, partial=partial)
    return _delta(request, visit) if partial else _page(request, visit)


def _page(request: Request, visit: Visit) -> Response:
    screen = screen_of(visit, words("reset", language_of(request)))
    return render(
        request,
        "reset/page.html",
        view=screen,
        hidden=hidden_fields(visit.flow, screen.name),
        ids=IDS,
        action="/",
        year=visit.now.year,
    )


def _delta(request: Request, visit: Visit) -> Response:
    screen = screen_of(visit, words("reset", language_of(request)))
    panel = render_text(request, "reset/panel.html", view=screen)
    parts = [Part("updatePanel", PANEL, panel), *updates(visit.flow, screen.name)]
    return PlainTextResponse(delta(*parts), headers={"Cache-Control": "no-store"})


def _without_session(request: Request, *, partial: bool) -> Response:
    """A browser that keeps no cookies is told so; any other starts again (C35)."""
    if not request.cookies.get("CookiesSupportedCookie"):
        return _elsewhere("/nocookies", partial=partial)
    return _elsewhere("/", partial=partial)


def _elsewhere(url: str, *, partial: bool) -> Response:
    return PlainTextResponse(redirect(url)) if partial else RedirectResponse(url, status_code=302)


async def no_cookies(request: Request) -> Response:
    """The page for browsers that keep no cookies."""
    return render(request, "reset/no_cookies.html", status_code=400)


async def answered(request: Request) -> Response:
    """Wait until the push or call of the flow has been answered; 204 where it takes too long."""
    prompt_id = _ringing(request, await read_form(request))
    done = prompt_id is None or await phone.answered(prompt_id)
    return Response(status_code=200 if done else 204)


def _ringing(request: Request, fields: dict[str, str]) -> str | None:
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        current = _flow_of(request, session, fields)
        prompt_id = current.prompt_id if current else None
        rings = prompt_id and phone.state(session, tenant, prompt_id) == "pending"
        return prompt_id if rings else None


async def picture(request: Request) -> Response:
    """The picture of a challenge."""
    png = captcha.picture(request.state.tenant, request.path_params["challenge"])
    if png is None:
        return PlainTextResponse("There is no such picture.", status_code=404)
    return Response(png, media_type="image/png", headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/", start, methods=["GET"]),
    Route("/", postback, methods=["POST"]),
    Route("/Default.aspx", start, methods=["GET"]),
    Route("/nocookies", no_cookies, methods=["GET"]),
    Route("/answered", answered, methods=["POST"]),
    Route("/captcha/{challenge}", picture, methods=["GET"]),
]
