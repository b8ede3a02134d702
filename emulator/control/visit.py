"""
Signing in to the practice pages.

Whoever opens the address that the emulator printed brings its token along; from then on a cookie
stands for it until it expires. It counts the machine's time, since the tenant's can leap.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import time
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from emulator.control.token import is_token
from emulator.portals.forms import check_canary, read_form
from emulator.portals.pages import render
from emulator.portals.session import set_cookie

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    _Endpoint = Callable[[Request], Awaitable[Response]]

COOKIE = "practice"
LASTS_SECONDS = 12 * 3600


def signed_in(page: _Endpoint) -> _Endpoint:
    """Show ``page`` only to somebody who came with the token."""

    @functools.wraps(page)
    async def guarded(request: Request) -> Response:
        try:
            if token := request.query_params.get("token"):
                return _enter(request, token)
            if _is_valid(request):
                return await page(request)
        except HTTPException as refusal:
            status, reason = refusal.status_code, refusal.detail
            return render(request, "practice/refused.html", status_code=status, reason=reason)
        return render(request, "practice/stranger.html", status_code=401)

    return guarded


def canary(request: Request) -> str:
    """The anti-forgery value of this visit's forms."""
    return _seal(request, f"form {request.cookies.get(COOKIE, '')}")


async def form(request: Request) -> dict[str, str]:
    """
    The fields of a form that came from one of the visitor's own pages.

    Raises:
        Forged: It did not.
    """
    fields = await read_form(request)
    check_canary(fields, canary(request))
    return fields


def _enter(request: Request, token: str) -> Response:
    if not is_token(request, token):
        raise HTTPException(401, "This is not the address that this emulator printed.")
    answer = RedirectResponse(request.url.path, status_code=303)
    until = str(int(time.time()) + LASTS_SECONDS)
    set_cookie(answer, COOKIE, f"{until}.{_seal(request, until)}")
    return answer


def _is_valid(request: Request) -> bool:
    until, _, seal = request.cookies.get(COOKIE, "").partition(".")
    genuine = hmac.compare_digest(seal.encode("latin-1", "replace"), _seal(request, until).encode())
    return genuine and time.time() < int(until)


def _seal(request: Request, words: str) -> str:
    key = request.state.emulator.control_token.encode()
    return hmac.new(key, words.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
