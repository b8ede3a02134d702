"""Making pages: the one template environment of all sites."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from emulator.portals.wording import keep_language, language_of, words

if TYPE_CHECKING:
    from starlette.requests import Request

_TEMPLATES = Path(__file__).parent / "templates"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; "
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@cache
def environment() -> Environment:
    """The environment that every template is read in; a forgotten value is an error."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(
    request: Request, template: str, *, status_code: int = 200, **values: Any
) -> HTMLResponse:
    """
    The page ``template``, given ``values``.

    A template also knows ``words`` (the labels of its folder in the request's language),
    ``common``, ``language`` and ``organization``.
    """
    html = render_text(request, template, **values)
    answer = HTMLResponse(html, status_code=status_code, headers=_HEADERS)
    keep_language(request, answer)
    return answer


def render_text(request: Request, template: str, **values: Any) -> str:
    """As ``render``, but the bare text: for a part of a page that replaces another."""
    language = language_of(request)
    return (
        environment()
        .get_template(template)
        .render(
            words=words(template.partition("/")[0], language),
            common=words("common", language),
            language=language,
            organization=request.state.tenant.organization,
            **values,
        )
    )
