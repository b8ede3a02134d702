"""The ways in which one secret may be spelled in a file: escaped, encoded, grouped."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]+")  # RFC 3986; no markup and no JSON escapes it either
_SEED = re.compile(r"(?:[A-Z2-7] ?){16,}", re.IGNORECASE)


def spellings(secret: str) -> frozenset[str]:
    """
    All spellings to look for: in clear, escaped for URL, HTML and JSON, and in base64.

    A TOTP seed is also looked for in both cases and in groups of four, as pages print it.
    """
    clear = {secret, *_seed_forms(secret)}
    escaped = {form for text in clear for form in _escaped(text)}
    return frozenset(escaped | set(_inside_base64(secret)))


def _escaped(text: str) -> Iterator[str]:
    yield text
    if _UNRESERVED.fullmatch(text):
        return
    for safe in ("", "/", "!*'()/~"):
        yield quote(text, safe=safe)
        yield re.sub("%..", lambda match: match[0].lower(), quote(text, safe=safe))
    yield quote_plus(text)
    yield from _html_forms(text)
    for ascii_only in (True, False):
        in_json = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
        yield in_json
        yield json.dumps(in_json, ensure_ascii=ascii_only)[1:-1]
    yield json.dumps(html.escape(text))[1:-1]


def _html_forms(text: str) -> Iterator[str]:
    yield html.escape(text, quote=False)
    yield html.escape(text)
    yield html.escape(text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


def _seed_forms(secret: str) -> Iterator[str]:
    if not _SEED.fullmatch(secret):
        return
    bare = secret.replace(" ", "")
    grouped = " ".join(bare[at : at + 4] for at in range(0, len(bare), 4))
    for text in (bare, grouped):
        yield from (text.upper(), text.lower())


def _inside_base64(secret: str) -> Iterator[str]:
    """What of the secret shows in base64 whatever stands before and after it."""
    data = secret.encode()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + data).decode()
        first = (before * 8 + 5) // 6
        last = (before + len(data)) * 8 // 6
        core = encoded[first:last]
        if len(core) >= 8:  # noqa: PLR2004 - a shorter one would be found by chance
            yield core
            yield core.replace("+", "-").replace("/", "_")
