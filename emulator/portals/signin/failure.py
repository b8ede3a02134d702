"""The page on which a sign-in ends with an error (PageID ConvergedError)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.portals.pages import render
from emulator.portals.wording import language_of, words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import HTMLResponse


def failure(request: Request, message: str, *, status_code: int = 400) -> HTMLResponse:
    """Say what ``message``, a key of the labels, says."""
    text = words("signin", language_of(request))[message]
    return render(
        request,
        "signin/error.html",
        status_code=status_code,
        page_id="ConvergedError",
        config={"pgid": "ConvergedError", "strServiceExceptionMessage": text},
        message=text,
    )
