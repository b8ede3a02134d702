"""A mail as one HTML document that loads nothing and shows no code."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from sspr.secrets import MARK, redact

if TYPE_CHECKING:
    from sspr.mail import Mail

# A verification code is any number of six to eight digits: it may not be known to the vault yet.
_CODE = re.compile(r"(?<![\w.#&;-])\d{6,8}(?![\w-])")

# What the content security policy below would stop is not even attempted, and what it cannot
# stop, a refresh, is taken out.
_HEAD_ONLY = re.compile(r"<(?:meta|link|base)\b[^>]*>?", re.IGNORECASE)
_LOADS = re.compile(
    r"(?<=[\s\"'/])(?=(?:src|srcset|background|poster|data)\s*=(?!\s*[\"']?\s*data:))",
    re.IGNORECASE,
)
_STYLE_LOADS = re.compile(r"\burl\(|@import", re.IGNORECASE)

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none';
 form-action 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{subject}</title>
<style>
.envelope {{ margin: 1rem; border-collapse: collapse; font: 14px/1.5 system-ui, sans-serif }}
.envelope th {{ text-align: left; font-weight: 600; color: #4b5563; padding-right: 1.5rem }}
.envelope th, .envelope td {{ vertical-align: top }}
</style>
</head>
<body>
<table class="envelope">{rows}</table>
<hr>
{body}
</body>
</html>
"""


def mail_document(mail: Mail) -> str:
    """The mail below its envelope; nothing in it runs, and nothing is loaded from anywhere."""
    envelope = {
        "From": f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender,
        "To": ", ".join(mail.to),
        "Received": mail.received.isoformat(sep=" ", timespec="seconds"),
        "Subject": mail.subject,
    }
    rows = "".join(f"<tr><th>{key}<td>{_clean(text)}" for key, text in envelope.items())
    body = mail.html or f"<pre>{html.escape(mail.text)}</pre>"
    return _PAGE.format(subject=_clean(mail.subject), rows=rows, body=without_codes(_inert(body)))


def _inert(body: str) -> str:
    body = _LOADS.sub("data-", _HEAD_ONLY.sub("", body))
    return _STYLE_LOADS.sub("none(", body)


def without_codes(text: str) -> str:
    """``text`` with every known secret and everything that looks like a code taken out."""
    return _CODE.sub(MARK, redact(text))


def _clean(text: str) -> str:
    return html.escape(redact(text))
