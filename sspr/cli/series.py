"""A series of runs, each with a folder of its own, that goes on where it was left."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from sspr.cli import results_folder
from sspr.cli.progress import Lines
from sspr.cli.scenarios import JOURNAL, carry_out
from sspr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reports.trials import Trial
    from sspr.cli.order import Order

PLAN = "series.json"
_WORTH_A_LINE = {"deviation": "DEVIATION", "error": "HARNESS ERROR"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One run of a series: its name, what is special about it in a few words, and its order."""

    name: str
    condition: str
    order: Order


class _Quiet(Lines):
    """Shows of a run only what must not be."""

    def show(self, event: Mapping[str, Any]) -> None:
        """Print a line for a deviation or a failure of the harness."""
        if event["kind"] == "scenario-finished" and event["outcome"] in _WORTH_A_LINE:
            sign = _WORTH_A_LINE[event["outcome"]]
            click.echo(f"  {sign}  {event['scenario']['id']}: {event['reason']}")
        elif event["kind"] == "harness-failed":
            click.echo(f"  HARNESS ERROR  {event['reason']}")


def folder_for(named: Path | None, plan: dict[str, Any]) -> Path:
    """
    The folder of the series that ``plan`` describes; one that holds a part of it goes on.

    Raises:
        UsageError: It holds something else or cannot be written.
    """
    written = named / PLAN if named else None
    if named and written and written.is_file():
        if json.loads(written.read_text(encoding="utf-8")) != plan:
            raise UsageError(
                f"{named}: holds a series with other options; name another with --results."
            )
        return named
    folder = results_folder.make(named)
    (folder / PLAN).write_text(json.dumps(plan, indent=2) + "\n", encoding="utf-8")
    return folder


def carry_out_all(turns: Sequence[Turn], folder: Path) -> Iterator[Trial]:
    """
    Carry out each turn that ``folder`` does not hold yet, and tell what it came to.

    Raises:
        KeyboardInterrupt: Somebody stopped it; the text says how it goes on.
    """
    from reports.trials import read_trial
    from sspr.bootstrap.browser_install import ensure_browser

    browser = ensure_browser(headed=False)
    for number, turn in enumerate(turns, start=1):
        place = folder / turn.name
        if not _is_complete(place):
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            try:
                carry_out(replace(turn.order, pictures=False), place, browser, _Quiet())
            except KeyboardInterrupt:
                raise KeyboardInterrupt(_how_to_go_on(folder)) from None
        trial = read_trial(turn.name, turn.condition, place)
        click.echo(f"{number} of {len(turns)}  {turn.name}  {_counts(trial)}  {turn.condition}")
        yield trial


def _how_to_go_on(folder: Path) -> str:
    return f"Interrupted. The same command goes on with --results {folder}."


def _is_complete(place: Path) -> bool:
    from reports.ledger import read_ledger

    if not (place / JOURNAL).is_file():
        return False
    ledger = read_ledger(place)
    return bool(ledger.ended) and not ledger.interrupted


def _counts(trial: Trial) -> str:
    return ", ".join(f"{number} {outcome}" for outcome, number in trial.outcomes.items() if number)


def save(
    trials: Sequence[Trial], document: Mapping[str, Any], json_file: Path | None, folder: Path
) -> None:
    """Write the table into the folder of the series, and into ``json_file`` where named."""
    text = json.dumps({**document, "runs": [each.as_json() for each in trials]}, indent=2) + "\n"
    for file in filter(None, (folder / "table.json", json_file)):
        file.write_text(text, encoding="utf-8")


def report(trials: Sequence[Trial]) -> None:
    """Print what must not be and what could not be told."""
    for trial in trials:
        for told in (*trial.deviations, *trial.failures):
            click.echo(f"{trial.name}  {told}")
    reasons = {f"{told}" for trial in trials for told in trial.inconclusive}
    for reason in sorted(reasons):
        click.echo(f"inconclusive  {reason}")
