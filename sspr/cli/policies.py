"""``sspr policies``: are the scenarios right under whatever policy a tenant may have?"""

from __future__ import annotations

import datetime as dt
from itertools import islice, product
from typing import TYPE_CHECKING, Any

import click

from sspr.bootstrap.places import assets
from sspr.cli import series
from sspr.cli.options import SELECT, SERIES, TABLE, one_in, workers
from sspr.cli.order import Order, check_selection
from sspr.cli.types import FILE, default_policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reports.trials import Trial
    from sspr.policy import Policy
    from sspr.policy.flipping import Flip

TUTORIAL_DAY, LATER_DAY = dt.date(2024, 2, 16), dt.date(2027, 4, 1)


@click.group("policies")
def command() -> None:
    """
    Try the scenarios under other policies than yours.

    Both commands print and save a table with a row for each run, and go on where they were
    stopped when they are given the same folder again.
    """


@command.command("check")
@click.option("--draws", type=click.IntRange(1), default=20, show_default=True, metavar="N")
@click.option("--seed", type=int, default=1, show_default=True, help="Other numbers draw others.")
@one_in("Show each policy one scenario in K, and the next policy the next ones.")
@click.option(
    "--shipped",
    is_flag=True,
    help="Check the policies in 'policies' instead, on the tutorial's day, today and 2027-04-01.",
)
@SELECT
@SERIES
@TABLE
@workers()
def check(results: Path | None, document: Path | None, **options: Any) -> int:
    """
    See that a tenant that keeps its promises is called so under any legal policy.

    Draws policies that the admin center would save, each with a day of its own, sets the emulator
    up by each and carries the scenarios out in random order. Any two values of two settings meet
    within the first fifty draws. Ends with 0 where nothing deviates and the harness fails nowhere,
    and with 1 otherwise.
    """
    check_selection(options["select"])
    folder = series.folder_for(results, {"command": "policies check", **options})
    turns = [*(_shipped(options) if options["shipped"] else _drawn(folder, options))]
    trials = [*series.carry_out_all(turns, folder)]
    series.save(trials, options, document, folder)
    series.report(trials)
    clean = sum(trial.clean for trial in trials)
    click.echo(f"\n{clean} of {len(trials)} runs without a deviation or a failure of the harness")
    return 0 if clean == len(trials) else 1


def _shipped(options: dict[str, Any]) -> Iterator[series.Turn]:
    files = sorted((assets() / "policies").glob("*.toml"))
    days = (TUTORIAL_DAY, dt.datetime.now(dt.UTC).date(), LATER_DAY)
    for number, (file, day) in enumerate(product(files, days)):
        order = Order(
            policy=file,
            select=options["select"],
            workers=options["workers"],
            service_date=day,
            part=(number % options["one_in"] + 1, options["one_in"]),
        )
        yield series.Turn(f"{file.stem}-{day}", f"{file.name} on {day}", order)


def _drawn(folder: Path, options: dict[str, Any]) -> Iterator[series.Turn]:
    from sspr.policy.drawing import draw_policies

    parts = options["one_in"]
    drawn = islice(draw_policies(options["seed"]), options["draws"])
    for number, policy in enumerate(drawn):
        name = f"draw-{number + 1:03}"
        order = Order(
            policy=_written(policy, folder, name),
            select=options["select"],
            workers=options["workers"],
            shuffle=options["seed"] + number,
            part=(number % parts + 1, parts),
        )
        yield series.Turn(name, _in_short(policy), order)


@command.command("flip")
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--policy", type=FILE, help="What the tenant does.  [default: the tutorial's]")
@one_in("Beside the scenarios that the key decides, only one in K; the next ones in the next run.")
@SELECT
@SERIES
@TABLE
@workers()
def flip(keys: tuple[str, ...], policy: Path | None, **options: Any) -> int:
    """
    See that a policy file that is wrong in one key is told so, and in nothing else.

    Declares one policy after the other that differs from the tenant's in a single KEY. What then
    deviates must be requirements that this key decides, and something must: a requirement, or the
    setting itself where it can be read (drift). Ends with 0 where that is so for every flip, and
    with 1 otherwise.
    """
    from sspr.policy import load_policy
    from sspr.policy.flipping import FLIPPED, flips

    check_selection(options["select"])
    if unknown := sorted(set(keys) - set(FLIPPED)):
        raise click.BadParameter(f"{unknown[0]} is none; known are {', '.join(FLIPPED)}.")
    original = policy or default_policy()
    results, document = options.pop("results"), options.pop("document")
    plan = {"command": "policies flip", "keys": [*keys], "policy": str(original), **options}
    folder = series.folder_for(results, plan)
    chosen = [each for each in flips(load_policy(original)) if not keys or each.key in keys]
    turns = [*_flipped(chosen, original, folder, options)]
    trials = [*series.carry_out_all(turns, folder)]
    series.save(trials, plan, document, folder)
    wrong = [
        line for each, trial in zip(chosen, trials, strict=True) for line in _judged(each, trial)
    ]
    click.echo("\n".join([*wrong, "", f"{len(trials)} flips, {len(wrong)} objections"]))
    return 1 if wrong else 0


def _flipped(
    chosen: Sequence[Flip], original: Path, folder: Path, options: dict[str, Any]
) -> Iterator[series.Turn]:
    from reports.trials import decided_by

    parts = options["one_in"]
    for number, each in enumerate(chosen, start=1):
        name = f"flip-{number:02}-{each.key}"
        order = Order(
            policy=_written(each.policy, folder, name),
            emulate=original,
            select=options["select"],
            workers=options["workers"],
            service_date=each.policy.tenant.service_date,
            part=((number - 1) % parts + 1, parts),
            always=tuple(sorted(decided_by(each.key))) if parts > 1 else (),
        )
        told = (
            f"{each.key}: declared {_plain(each.value)}, the tenant has {_plain(each.instead_of)}"
        )
        yield series.Turn(name, told, order)


def _judged(flip: Flip, trial: Trial) -> Iterator[str]:
    from reports.trials import decided_by

    decided = decided_by(flip.key)
    for told in trial.deviations:
        if not decided.intersection(told.requirements):
            yield f"{trial.name}  not decided by {flip.key}: {told}"
    for failure in trial.failures:
        yield f"{trial.name}  {failure}"
    if not trial.reported and flip.key not in trial.drift:
        yield f"{trial.name}  nobody noticed: {trial.condition}"


def _written(policy: Policy, folder: Path, name: str) -> Path:
    from sspr.policy.text import as_toml

    file = folder / "policies" / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(as_toml(policy), encoding="utf-8")
    return file


def _in_short(policy: Policy) -> str:
    methods = policy.methods
    return (
        f"{policy.tenant.service_date}, {policy.enablement.enabled}, "
        f"{methods.required_to_reset} of {_plain(methods.allowed)}, {methods.migration_state}"
    )


def _plain(value: object) -> str:
    return "+".join(map(str, value)) if isinstance(value, tuple) else str(value)
