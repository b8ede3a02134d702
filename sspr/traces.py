"""Playwright traces without secrets: every member is rewritten, pictures are left out."""

from __future__ import annotations

import io
import re
import zipfile

from sspr.secrets import redact

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"<svg")
_INLINE_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,[\w+/=%-]*")
_EMPTY = "data:,"


def redact_trace(data: bytes) -> bytes:
    """
    The trace with every known secret replaced and every picture emptied.

    A picture may show what no text search finds: the QR code of a TOTP seed, a typed code.
    """
    rewritten = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as trace,
        zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as clean,
    ):
        for name in trace.namelist():
            clean.writestr(redact(name), _clean(trace.read(name)))
    return rewritten.getvalue()


def _clean(member: bytes) -> bytes:
    if member.lstrip()[:4].startswith(_PICTURES):
        return b""
    text = member.decode("utf-8", "surrogateescape")
    return redact(_INLINE_PICTURE.sub(_EMPTY, text)).encode("utf-8", "surrogateescape")
