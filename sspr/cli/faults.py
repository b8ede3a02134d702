"""``sspr faults``: does a bad day of the network ever look like a broken promise?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sspr.cli import series
from sspr.cli.options import SELECT, SERIES, TABLE, one_in, workers
from sspr.cli.order import Order, check_fault, check_selection
from sspr.cli.types import FILE, default_policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NONE = "none"
"""What a run without a fault is called."""


@click.group("faults")
def command() -> None:
    """
    Show what can go wrong on the way to a tenant, as networks and clouds do.

    A fault breaks no promise; it only makes it harder to see that the promise is kept.
    """


@command.command("list")
def list_() -> None:
    """List the faults by the name that --fault takes."""
    from emulator.faults import PROFILES

    width = max(map(len, PROFILES))
    for name, faults in PROFILES.items():
        told = faults.model_dump(exclude_defaults=True)
        click.echo(f"{name:<{width}}  {_in_words(told)}")


@command.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--times", type=click.IntRange(1), default=1, show_default=True, metavar="N")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the random order.")
@one_in("Carry out one scenario in K, and the next ones in the next run.")
@click.option("--policy", type=FILE, help="What is declared.  [default: the tutorial's]")
@SELECT
@SERIES
@TABLE
@workers(2)
def check(
    names: tuple[str, ...], results: Path | None, document: Path | None, **options: Any
) -> int:
    """
    Carry the scenarios out N times under each fault, each time in another random order.

    NAME is a fault, or "none" for a good day; all of them unless named. A scenario may then be
    inconclusive, but nothing deviates, and the harness never fails. Ends with 0 where that is so,
    and with 1 otherwise. What had to be tried again is counted in the table.
    """
    from emulator.faults import PROFILES

    check_selection(options["select"])
    for name in set(names) - {NONE}:
        check_fault(name)
    options["policy"] = str(options["policy"] or default_policy())
    options["faults"] = [*(names or (NONE, *PROFILES))]
    folder = series.folder_for(results, {"command": "faults check", **options})
    trials = [*series.carry_out_all([*_turns(options["faults"], options)], folder)]
    series.save(trials, options, document, folder)
    series.report(trials)
    clean = sum(trial.clean for trial in trials)
    click.echo(f"\n{clean} of {len(trials)} runs without a deviation or a failure of the harness")
    return 0 if clean == len(trials) else 1


def _turns(faults: Sequence[str], options: dict[str, Any]) -> Iterator[series.Turn]:
    from pathlib import Path

    rounds = [(time, fault) for time in range(options["times"]) for fault in faults]
    for number, (time, fault) in enumerate(rounds):
        order = Order(
            policy=Path(options["policy"]),
            select=options["select"],
            workers=options["workers"],
            faults=() if fault == NONE else (fault,),
            shuffle=options["seed"] + number,
            part=(number % options["one_in"] + 1, options["one_in"]),
        )
        yield series.Turn(f"{fault}-{time + 1:02}", f"{fault}, order {order.shuffle}", order)


def _in_words(told: dict[str, Any], within: str = "") -> str:
    words = []
    for key, value in told.items():
        name = f"{within} {key}".replace("_", " ").strip()
        words.append(_in_words(value, name) if isinstance(value, dict) else f"{name} {value}")
    return ", ".join(words)
