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

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{subject}</title>
<style>
body {{ margin: 0; font: 14px/1.5 system-ui, sans-serif; color: #1f2937; background: #fff }}
table {{ margin: 1rem; border-collapse: collapse }}
th {{ text-align: left; font-weight: 600; color: #4b5563; padding: 0 1.5rem 0 0 }}
th, td {{ vertical-align: top }}
iframe {{ width: 100%; height: 36rem; border: 0; border-top: 1px solid #d1d5db }}
</style>
<table>{rows}</table>
<iframe sandbox title="Body of the mail" srcdoc="{body}"></iframe>
</html>
"""


def mail_document(mail: Mail) -> str:
    """The mail with its envelope; the body stands in a sandbox without scripts or requests."""
    envelope = {
        "From": f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender,
        "To": ", ".join(mail.to),
        "Received": mail.received.isoformat(sep=" ", timespec="seconds"),
        "Subject": mail.subject,
    }
    rows = "".join(
        f"<tr><th>{key}</th><td>{_clean(text)}</td></tr>" for key, text in envelope.items()
    )
    body = mail.html or f"<pre>{html.escape(mail.text)}</pre>"
    return _PAGE.format(
        subject=_clean(mail.subject), rows=rows, body=html.escape(without_codes(body))
    )


def without_codes(text: str) -> str:
    """``text`` with every known secret and everything that looks like a code taken out."""
    return _CODE.sub(MARK, redact(text))


def _clean(text: str) -> str:
    return html.escape(redact(text))
