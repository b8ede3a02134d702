"""One-time codes of authenticator apps (RFC 6238): six digits, thirty seconds, SHA-1."""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING

import pyotp
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from pyotp.utils import build_uri

from emulator.deviations import STRAIGHT, Bent

if TYPE_CHECKING:
    import datetime as dt

SECONDS = 30
DIGITS = 6
OLD = 60  # windows for which a deviation takes a code
DRIFT = 1  # windows by which a telephone's clock may be off, either way


def new_secret() -> str:
    """A fresh seed, 16 characters of base32 as the page shows (pages.md 3.2)."""
    return pyotp.random_base32(length=32)[:16]


def window_of(at: dt.datetime) -> int:
    """The number of the thirty-second window that ``at`` lies in."""
    return int(at.timestamp()) // SECONDS


def used_window(
    secret: str, code: str, at: dt.datetime, *, last_window: int | None, bent: Bent = STRAIGHT
) -> int | None:
    """
    The window whose code ``code`` is, or None where it may not be used.

    A window serves once, and after it only later ones (pages.md 1.4), so the caller keeps the
    answer as the next ``last_window``.
    """
    hotp = _generator(secret)
    now = window_of(at)
    kept = OLD if "old-app-code-accepted" in bent else DRIFT
    for window in range(now - kept, now + DRIFT + 1):
        spent = last_window is not None and window <= last_window
        if spent and "app-code-reusable" not in bent:
            continue
        if hmac.compare_digest(hotp.generate(window), code.strip().encode()):
            return window
    return None


def _generator(secret: str) -> HOTP:
    """A generator that takes Microsoft's 80 bits; `pyotp` refuses anything below 112."""
    key = base64.b32decode(secret.upper())
    return HOTP(key, DIGITS, SHA1(), enforce_key_length=False)  # noqa: S303 - what RFC 6238 says


def provisioning_uri(secret: str, *, account: str, issuer: str) -> str:
    """What the QR code says."""
    return build_uri(secret.upper(), account, issuer=issuer)
