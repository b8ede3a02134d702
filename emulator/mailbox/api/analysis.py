"""
Spam and deliverability.

Only the vendor's cloud can judge these. The emulator answers in the documented shape with what it
knows, the content of the mail, and says *Timeout* for every check that it does not make.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse
from starlette.routing import Route

from emulator.mailbox.api.messages import message_of
from emulator.mailbox.content import html_content, words_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from emulator.mailbox.tables import Message

_UNCHECKED = "Not checked: the emulator makes no analysis of its own"
_RULE = {"score": 0.0, "rule": "EMULATOR_NOT_ANALYSED", "description": _UNCHECKED}


async def spam(request: Request) -> Response:
    """A score of zero with the one rule that says why."""
    with request.state.tenant.store.begin() as session:
        message_of(session, request)
    return JSONResponse({"score": 0.0, "spamFilterResults": {"spamAssassin": [_RULE]}})


async def deliverability(request: Request) -> Response:
    """What the content tells; the rest unchecked."""
    with request.state.tenant.store.begin() as session:
        message = message_of(session, request)
    unchecked = {"result": "Timeout", "description": _UNCHECKED, "rawValue": "", "tags": {}}
    return JSONResponse(
        {
            "spf": unchecked,
            "dkim": [unchecked],
            "dmarc": unchecked,
            "blockLists": [],
            "content": _content(message),
            "dnsRecords": {"a": [], "mx": [], "ptr": []},
            "spamAssassin": {"score": 0.0, "result": "Timeout", "rules": [_RULE]},
        }
    )


def _content(message: Message) -> dict[str, Any]:
    html = message.html or ""
    headers = {header["field"].lower() for header in message.headers}
    return {
        **{tag: bool(re.search(rf"<{tag}\b", html, re.IGNORECASE)) for tag in _TAGS},
        "shortUrls": False,
        "textSize": len(words_of(html) if html else message.text or ""),
        "totalSize": len(html or message.text or ""),
        "missingAlt": any(image.alt is None for image in html_content(html).images),
        "missingListUnsubscribe": "list-unsubscribe" not in headers,
    }


_TAGS = ("embed", "iframe", "object", "script")

ROUTES = [
    Route("/analysis/spam/{id}", spam, methods=["GET"]),
    Route("/analysis/deliverability/{id}", deliverability, methods=["GET"]),
]
