"""Carrying out scenarios: pytest as a child process, its journal shown as it grows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sspr.bootstrap.browser import CHOSEN
from sspr.bootstrap.places import assets, clone
from sspr.cli.child import Child
from sspr.cli.follow import follow
from sspr.errors import UsageError
from sspr.leading import LEADS

if TYPE_CHECKING:
    from pathlib import Path

    from sspr.cli.order import Order
    from sspr.cli.progress import Display

LOG = "pytest.log"
JOURNAL = "events.jsonl"
_WRONG_USE, _NOTHING_SELECTED = 4, 5
"""What pytest ends with."""


def carry_out(order: Order, folder: Path, browser: Path, display: Display) -> None:
    """
    Carry out the scenarios of ``order`` into ``folder``; what they found is in its journal.

    Raises:
        UsageError: pytest refused to start, or nothing was selected.
        KeyboardInterrupt: Somebody stopped it; by then every process of it has ended.
    """
    leading = {LEADS: "1"} if order.workers > 1 else {}
    environment = {CHOSEN: str(browser), **leading, **_search_path()}
    with (
        display,
        Child(_command(order, folder), folder / LOG, environment) as child,
    ):
        for event in follow(child, folder / JOURNAL):
            display.show(event)
        _judge(child.ended(within=0), order, folder)


def _command(order: Order, folder: Path) -> list[str]:
    features = assets() / "features"
    return [
        sys.executable, "-m", "pytest", str(features),
        "-c", str(features / "pytest.ini"), "--rootdir", str(assets()),
        "-p", "fixtures.plugin", "--sspr-results", str(folder.absolute()),
        *order.pytest_options(),
    ]  # fmt: skip


def _search_path() -> dict[str, str]:
    """In a clone our packages are found by path, wherever the command was started."""
    root = clone()
    if root is None:
        return {}
    searched = [str(root), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return {"PYTHONPATH": os.pathsep.join(searched)}


def _judge(code: int | None, order: Order, folder: Path) -> None:
    if code == _NOTHING_SELECTED:
        chosen = (
            f"--select {order.select!r}: no scenario matches" if order.select else "No scenario"
        )
        raise UsageError(f"{chosen}; try a requirement such as RST-01, or see sspr requirements.")
    if code == _WRONG_USE:
        raise UsageError(_refusal(folder / LOG))


def _refusal(log: Path) -> str:
    """The line in which pytest said why it would not start."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return (errors or lines[-1:] or ["pytest refused to start and said nothing."])[0]
