"""Where the next page begins, written so that only this service reads it."""

from __future__ import annotations

import base64
import binascii
import json

from emulator.graph.odata.errors import BadQuery


def write(key: list[str]) -> str:
    """A token for the last item's sort values and key."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def read(token: str, length: int) -> list[str]:
    """
    The ``length`` values in a token.

    Raises:
        BadQuery: This service wrote no such token.
    """
    try:
        padded = token + "=" * (-len(token) % 4)
        values = json.loads(base64.b64decode(padded.encode("ascii"), b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise BadQuery("The skip token is invalid.") from None
    if not isinstance(values, list) or len(values) != length or not _all_texts(values):
        raise BadQuery("The skip token is invalid.")
    return values


def _all_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) and "\x00" not in value for value in values)
