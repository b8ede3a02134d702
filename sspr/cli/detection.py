"""``sspr deviations check``: are the scenarios able to notice what can go wrong?"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from sspr.bootstrap.places import assets
from sspr.cli import results_folder
from sspr.cli.options import TABLE, one_in, workers
from sspr.cli.order import Order, check_deviation
from sspr.cli.progress import display
from sspr.cli.scenarios import JOURNAL, carry_out
from sspr.cli.types import FILE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from emulator.deviations import DeviationSpec
    from reports.detection import Detection


@click.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@TABLE
@click.option("--markdown", type=FILE, help="Write the table into this file as Markdown.")
@click.option("--results", type=FOLDER, help="Where the runs are recorded; must be new or empty.")
@click.option(
    "--everywhere",
    is_flag=True,
    help="Show each deviation to every scenario that it can change, to see what is reported though "
    "untouched (slow).",
)
@one_in(
    "With --everywhere, show each to one in K of the other scenarios that it can change; which, "
    "chance decides. To all of them where they are K at most."
)
@click.option(
    "--add",
    "earlier",
    type=FOLDER,
    multiple=True,
    help="Take into the table what an earlier check left in its results; may be repeated.",
)
@workers()
def command(
    names: tuple[str, ...],
    document: Path | None,
    markdown: Path | None,
    results: Path | None,
    earlier: tuple[Path, ...],
    **options: Any,
) -> int:
    """
    Break one rule of the emulator at a time and see which scenario notices.

    Each scenario of the broken requirement meets a fresh tenant with that one deviation. Ends with
    0 where every deviation was caught and nothing else was reported, and with 1 otherwise.
    """
    from reports.detection_table import as_document, as_markdown

    specs = _chosen(names)
    folder = results_folder.make(results)
    sources = [[*_carried_out(specs, folder, options)], *map(_runs_in, earlier)]
    found = _detections(specs, sources)
    if document:
        document.write_text(json.dumps(as_document(found), indent=2) + "\n", encoding="utf-8")
    if markdown:
        markdown.write_text(as_markdown(found), encoding="utf-8")
    for each in found:
        click.echo(_line(each))
    caught = sum(each.caught for each in found)
    click.echo(f"\n{caught} of {len(found)} deviations caught")
    return 0 if caught == len(found) and not any(each.collateral for each in found) else 1


def _chosen(names: Sequence[str]) -> list[DeviationSpec]:
    from emulator.deviations import DEVIATIONS

    for name in names:
        check_deviation(name)
    return [spec for spec in DEVIATIONS if not names or spec.name in names]


def _carried_out(
    specs: Sequence[DeviationSpec], folder: Path, options: dict[str, Any]
) -> Iterator[Path]:
    """One run for each policy and day under which some of the deviations show; its folder."""
    from sspr.bootstrap.browser_install import ensure_browser

    browser = ensure_browser(headed=False)
    for order in _orders(specs, options):
        place = folder / f"{order.policy.stem}-{order.service_date or 'own-date'}"
        place.mkdir()
        often = order.everywhere and len(order.breaks) > order.one_in
        chosen = _with_what_bears(order, place, browser) if often else order
        carry_out(chosen, place, browser, display())
        yield place


def _with_what_bears(order: Order, place: Path, browser: Path) -> Order:
    """
    The same, with each deviation shown only where it would make the tenant act otherwise.

    To see where costs one run without deviations, so it pays where a scenario is shown several.
    """
    click.echo("First without any deviation, to see which of them bear on which scenario.")
    folder = place.with_name(f"{place.name}-unbroken")
    folder.mkdir()
    unbroken = replace(order, breaks=(), everywhere=False, watched=True)
    carry_out(unbroken, folder, browser, display())
    return replace(order, bearing=folder)


def _runs_in(folder: Path) -> list[Path]:
    return [journal.parent for journal in sorted(folder.glob(f"*/{JOURNAL}"))]


def _detections(
    specs: Sequence[DeviationSpec], sources: Sequence[Sequence[Path]]
) -> list[Detection]:
    """What was noticed of ``specs`` and of all that the sources tell of; the first one counts."""
    from emulator.deviations import DEVIATIONS
    from reports.detection import Broken, detect, met_in

    broken = {spec.name: Broken(spec.name, spec.requirement, spec.sentence) for spec in DEVIATIONS}
    asked = {spec.name for spec in specs}
    found: dict[str, Detection] = {}
    for folders in sources:
        new = [broken[name] for name in (met_in(folders) | asked) - found.keys() if name in broken]
        found |= {each.broken.name: each for each in detect(new, folders)}
        asked = set()
    return [found[name] for name in broken if name in found]


def _orders(specs: Iterable[DeviationSpec], options: dict[str, Any]) -> Iterable[Order]:
    def place(spec: DeviationSpec) -> tuple[str, str]:
        return spec.policy, str(spec.service_date or "")

    for (policy, day), group in groupby(sorted(specs, key=place), key=place):
        order = Order(
            policy=assets() / "policies" / f"{policy}.toml",
            workers=options["workers"],
            service_date=dt.date.fromisoformat(day) if day else None,
            breaks=tuple((spec.name, spec.requirement) for spec in group),
            everywhere=options["everywhere"],
            one_in=options["one_in"],
            pictures=False,
        )
        order.check()
        yield order


def _line(detection: Detection) -> str:
    broken = detection.broken
    verdict = "caught" if detection.caught else "MISSED"
    collateral = ", ".join(sorted({id_ for id_, _ in detection.collateral}))
    line = f"{verdict}  {broken.name}  {broken.requirement}  {broken.sentence}"
    line += f"  (also reported: {collateral})" if collateral else ""
    return line + "".join(f"\n          {each}" for each in detection.otherwise)
