"""
The journal of a run: ``events.jsonl``, one object a line, each bound to the one before.

Every line carries ``seq`` (from 1), ``time`` (UTC, milliseconds), ``kind`` and ``previous``, the
SHA-256 of the bytes of the line before without its line feed. A line is on disk before the next
thing happens, so that a run that was interrupted can be read as far as it went.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any, Self

from sspr.errors import UsageError
from sspr.secrets import redact

if TYPE_CHECKING:
    from pathlib import Path

NOTHING_BEFORE = "0" * 64


class Journal:
    """
    The journal of one run, open for writing.

    Raises:
        UsageError: The file exists already or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        if path.exists():
            raise UsageError(
                f"{path}: there is a run in this folder already; name another with --results."
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        except OSError as error:
            raise UsageError(
                f"{path}: cannot be written ({error.strerror}); name a folder that can be "
                "with --results."
            ) from None
        self._previous = NOTHING_BEFORE
        self._seq = 0

    def append(self, kind: str, **data: Any) -> None:
        """Write one event; ``data`` must be JSON and is redacted on the way."""
        self._seq += 1
        event = {
            "seq": self._seq,
            "time": _now(),
            "kind": kind,
            "previous": self._previous,
            **data,
        }
        line = redact(json.dumps(event, ensure_ascii=False)).encode()
        self._file.write(line + b"\n")
        self._file.flush()
        self._previous = digest(line)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def read_events(path: Path) -> list[dict[str, Any]]:
    """
    The events of a journal; a last line that was cut off in the middle is left out.

    Raises:
        UsageError: There is no such file, or a line before the last is no JSON object.
    """
    lines = _lines(path)
    events = []
    for number, line in enumerate(lines, start=1):
        try:
            events.append(json.loads(line))
        except ValueError:
            if number == len(lines):
                break
            raise UsageError(
                f"{path}:{number}: is no JSON; the journal was changed after the run."
            ) from None
    return events


def broken_links(path: Path) -> list[int]:
    """The numbers of the lines whose ``previous`` is not the digest of the line before."""
    previous, broken = NOTHING_BEFORE, []
    for number, line in enumerate(_lines(path), start=1):
        try:
            linked = json.loads(line)["previous"] == previous
        except (ValueError, KeyError, TypeError):
            linked = False
        if not linked:
            broken.append(number)
        previous = digest(line)
    return broken


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read ({error.strerror}); name the folder of a run."
        ) from None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
