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

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

DEFAULT = "en-US"
LANGUAGES = (DEFAULT, "de-DE", "fr-FR", "ja-JP")
_COOKIE = "DisplayCulture"
_LABELS = Path(__file__).parent / "labels"


def language_of(request: Request) -> str:
    """
    The language a page answers in.

    ``?mkt=`` (C3) or ``?lng=`` (B41) decide, then the language chosen last, then the browser's.
    """
    wishes = [_asked(request), request.cookies.get(_COOKIE, "")]
    accepted = request.headers.get("accept-language", "").split(",")
    if "browser-language-ignored" in request.state.tenant.bent:
        accepted = []
    for wish in (*wishes, *(part.partition(";")[0] for part in accepted)):
        if known := _known(wish.strip()):
            return known
    return DEFAULT


def _asked(request: Request) -> str:
    """What the address asks for: ``mkt`` of the reset, ``lng`` of the registration."""
    query, bent = request.query_params, request.state.tenant.bent
    by_reset = "" if "asked-language-ignored" in bent else query.get("mkt", "")
    by_registration = "" if "security-info-language-ignored" in bent else query.get("lng", "")
    return by_reset or by_registration


def keep_language(request: Request, answer: Response) -> None:
    """Let the browser remember a language that the address asked for (B41)."""
    if request.query_params.get("mkt") or request.query_params.get("lng"):
        answer.set_cookie(_COOKIE, language_of(request), secure=True, samesite="lax")


def _known(wish: str) -> str | None:
    primary = wish.partition("-")[0].lower()
    return next((name for name in LANGUAGES if name.partition("-")[0] == primary), None)


@cache
def words(site: str, language: str) -> dict[str, str]:
    """The labels of ``site`` (a folder's name) in ``language``, English where it has none."""
    english = _read(site, DEFAULT)
    return english | {k: v for k, v in _read(site, language).items() if k in english}


def _read(site: str, language: str) -> dict[str, str]:
    path = _LABELS / site / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
