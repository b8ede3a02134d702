"""
The words on the pages, in the languages that the emulator speaks.

Each site has a folder under ``labels/`` with one TOML file a language; what a language leaves
out is said in English.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from emulator.rules.languages import DEFAULT, Wish, answered_in

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_COOKIE = "DisplayCulture"
_LABELS = Path(__file__).parent / "labels"


def language_of(request: Request) -> str:
    """
    The language a page answers in.

    ``?mkt=`` (C3) or ``?lng=`` (B41) decide, then the language chosen last, then the browser's.
    """
    query = request.query_params
    wish = Wish(
        mkt=query.get("mkt", ""),
        lng=query.get("lng", ""),
        chosen=request.cookies.get(_COOKIE, ""),
        accepted=request.headers.get("accept-language", ""),
        partial="x-microsoftajax" in request.headers,
    )
    return answered_in(wish, request.state.tenant.bent)


def keep_language(request: Request, answer: Response) -> None:
    """Let the browser remember a language that the address asked for (B41)."""
    if request.query_params.get("mkt") or request.query_params.get("lng"):
        answer.set_cookie(_COOKIE, language_of(request), secure=True, samesite="lax")


@cache
def words(site: str, language: str) -> dict[str, str]:
    """The labels of ``site`` (a folder's name) in ``language``, English where it has none."""
    english = _read(site, DEFAULT)
    return english | {k: v for k, v in _read(site, language).items() if k in english}


def _read(site: str, language: str) -> dict[str, str]:
    path = _LABELS / site / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
