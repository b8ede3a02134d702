"""Keeping passwords and answers so that nobody can read them back."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

_COST, _BLOCK, _LANES = 2**9, 8, 1  # light: practice accounts, thousands of them in a test run
_SALT_BYTES = 16


def hash_secret(text: str) -> str:
    """A salted scrypt hash of ``text``, as ``salt$digest`` in base64."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"{_encode(salt)}${_encode(_digest(text, salt))}"


def matches(text: str, hashed: str | None) -> bool:
    """Whether ``hashed`` was made from ``text``; nothing matches where there is no hash."""
    if not hashed:
        return False
    salt, _, digest = hashed.partition("$")
    return hmac.compare_digest(_digest(text, base64.b64decode(salt)), base64.b64decode(digest))


def _digest(text: str, salt: bytes) -> bytes:
    # scrypt fills short texts up with NULs, so that one more at the end would make no difference.
    data = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return hashlib.scrypt(data, salt=salt, n=_COST, r=_BLOCK, p=_LANES)


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
