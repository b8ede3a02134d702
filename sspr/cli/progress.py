"""Showing on the terminal how far a run has come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Protocol, Self

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.progress import Progress

_SIGNS = {
    "passed": ("passed", "green"),
    "deviation": ("DEVIATION", "red"),
    "inconclusive": ("inconclusive", "yellow"),
    "not-applicable": ("not applicable", "cyan"),
    "error": ("HARNESS ERROR", "magenta"),
}
_QUIET = {"passed", "not-applicable"}


class Display(Protocol):
    """Something that events are shown to, from its ``with`` to the end of it."""

    def show(self, event: Mapping[str, Any]) -> None:
        """Show one event of the journal."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None: ...


def display() -> Display:
    """A bar on a terminal, plain lines elsewhere."""
    from rich.console import Console

    return Bar() if Console().is_terminal else Lines()


class Lines:
    """One plain line a scenario."""

    def show(self, event: Mapping[str, Any]) -> None:
        """Print a line when a scenario has finished."""
        if event["kind"] in {"scenario-finished", "scenario-settled"}:
            click.echo(_line(event))
        elif event["kind"] == "settling":
            click.echo(_settling(event))
        elif event["kind"] == "harness-failed":
            click.echo(f"HARNESS ERROR  {event['reason']}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Bar:
    """A bar that grows, with a line above it for each scenario that did not simply pass."""

    def __init__(self) -> None:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        self._progress: Progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        )
        self._task = self._progress.add_task("Starting", total=None)

    def show(self, event: Mapping[str, Any]) -> None:
        """Move the bar."""
        if event["kind"] == "planned":
            self._progress.update(self._task, total=len(event["scenarios"]))
        elif event["kind"] == "harness-failed":
            self._progress.print(f"HARNESS ERROR  {event['reason']}", markup=False)
        elif event["kind"] == "settling":
            self._progress.update(self._task, description=_settling(event))
        elif event["kind"] == "scenario-settled":
            self._tell(event)
        elif event["kind"] == "scenario-finished":
            self._tell(event)
            self._progress.update(self._task, advance=1, description=event["scenario"]["feature"])

    def _tell(self, event: Mapping[str, Any]) -> None:
        if event["outcome"] not in _QUIET:
            self._progress.print(
                _line(event), markup=False, highlight=False, style=_SIGNS[event["outcome"]][1]
            )

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._progress.update(self._task, description="Finished" if kind is None else "Stopped")
        self._progress.stop()


def _line(event: Mapping[str, Any]) -> str:
    seconds = event.get("duration_ms", 0) / 1000
    sign = _SIGNS[event["outcome"]][0]
    what = f"{', '.join(event['requirements'])}  {event['scenario']['name']}"
    return f"{sign:<14} {what}  ({seconds:.1f} s)"


def _settling(event: Mapping[str, Any]) -> str:
    number, until = event["scenarios"], dt.datetime.fromisoformat(event["until"])
    return f"Until {until:%H:%M:%S} UTC mail may come that must not: {number} scenarios wait for it"
