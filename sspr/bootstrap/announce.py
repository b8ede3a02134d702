"""Saying what is being done to the machine and how long it took, on standard error."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def announced(doing: str) -> Iterator[None]:
    """Say ``doing`` now, and the seconds it took when it is done."""
    say(f"{doing} ...")
    began = time.monotonic()
    yield
    say(f"  done in {time.monotonic() - began:.0f} s")


def say(line: str) -> None:
    """Print one line; standard output stays free for what was asked for."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the words of the set-up
