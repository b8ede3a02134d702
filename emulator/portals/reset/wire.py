"""The portal's requests: the page, its postbacks, its pictures (pages.md 2.1)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from emulator.actions import notify, phone
from emulator.actions.reset import captcha, flow
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
        captcha.pose(Visit(session, tenant, begun))
    answer = _page(request, begun)
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
    current = _flow_of(request, fields)
    if current is None:
        return _without_session(request, partial=partial)
    await _act(request, current.id, fields)
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        after = flow.find(session, tenant, current.id) or current
    if after.view == View.CANCELLED:
        return _elsewhere(after.return_url, partial=partial)
    return _delta(request, after) if partial else _page(request, after)


def _flow_of(request: Request, fields: dict[str, str]) -> ResetFlow | None:
    """The flow that the cookie names, if the form has that flow's anti-forgery value."""
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        found = flow.find(session, tenant, request.cookies.get(COOKIE, ""))
    given = fields.get(STATE_FIELD, "").encode("utf-8", "surrogatepass")
    if found is None or not hmac.compare_digest(given, found.canary.encode()):
        return None
    return found


async def _act(request: Request, flow_id: str, fields: dict[str, str]) -> None:
    """Do it on the view it belongs to; a page that has been left behind does nothing."""
    tenant: Tenant = request.state.tenant
    deed = DEEDS.get(fields.get("__EVENTTARGET", ""))
    with tenant.store.begin() as session:
        current = flow.find(session, tenant, flow_id)
        if current is None:
            return
        current.error = None
        stale = fields.get(CHECK_FIELD) != stage(current)
        if deed is None or stale or (deed.views and View(current.view) not in deed.views):
            return
        visit = Visit(session, tenant, current)
        deed.act(visit, fields)
    await notify.send(tenant.post, visit.letters)


def _page(request: Request, current: ResetFlow) -> Response:
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        screen = screen_of(Visit(session, tenant, current), words("reset", language_of(request)))
    return render(
        request,
        "reset/page.html",
        view=screen,
        hidden=hidden_fields(current, screen.name),
        ids=IDS,
        action="/",
        year=tenant.clock.now().year,
    )


def _delta(request: Request, current: ResetFlow) -> Response:
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        screen = screen_of(Visit(session, tenant, current), words("reset", language_of(request)))
    panel = render_text(request, "reset/panel.html", view=screen)
    parts = [Part("updatePanel", PANEL, panel), *updates(current, screen.name)]
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
    fields = await read_form(request)
    current = _flow_of(request, fields)
    if current is None or current.prompt_id is None or not _pending(request, current.prompt_id):
        return Response(status_code=200)
    done = await phone.answered(current.prompt_id)
    return Response(status_code=200 if done else 204)


def _pending(request: Request, prompt_id: str) -> bool:
    tenant: Tenant = request.state.tenant
    with tenant.store.begin() as session:
        return phone.state(session, tenant, prompt_id) == "pending"


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
