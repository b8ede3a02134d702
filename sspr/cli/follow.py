"""Reading the journal of a run while it is being written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sspr.cli.child import Child

_LOOK_EVERY_SECONDS = 0.1


def follow(child: Child, journal: Path) -> Iterator[dict[str, Any]]:
    """Yield each event when it is written; ends when ``child`` has ended and all is read."""
    read = 0
    over = False
    while not over:
        over = child.ended(within=_LOOK_EVERY_SECONDS) is not None
        events, read = _new_events(journal, read)
        yield from events


def _new_events(journal: Path, start: int) -> tuple[list[dict[str, Any]], int]:
    """The whole lines after byte ``start`` and where the next look begins."""
    try:
        with journal.open("rb") as file:
            file.seek(start)
            whole = file.read().rpartition(b"\n")[0]
    except FileNotFoundError:
        return [], start
    if not whole:
        return [], start
    return [json.loads(line) for line in whole.split(b"\n")], start + len(whole) + 1
