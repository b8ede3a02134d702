"""
Which scenario notices which deviation, from the journals of runs that broke one rule at a time.

A deviation is *caught* where the requirement that it breaks came out as a deviation. What else
came out as one is *collateral*: it was reported though the rule behind it was left alone. What
takes the broken requirement for granted is none: a run calls it inconclusive where that one
deviates. A run without deviations that watched which of them bear on what tells how many scenarios
could report it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.ledger import read_ledger
from sspr.requirements import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reports.ledger import Ledger
    from sspr.events import ScenarioFinished


@dataclass(frozen=True, slots=True)
class Broken:
    """One deviation of the emulator: its name, the requirement it breaks, and what happens."""

    name: str
    requirement: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Detection:
    """
    What the scenarios made of one deviation.

    Attributes:
        broken: The deviation.
        caught_by: The scenarios of its requirement that came out as a deviation.
        collateral: Requirements that were reported though untouched, or at which the harness
            failed, each with its scenario.
        otherwise: How the scenarios of its requirement ended that did not notice.
        others: How many scenarios of other requirements were shown it and apply.
        able: How many of them could tell it; None where no run has watched.
    """

    broken: Broken
    caught_by: tuple[str, ...]
    collateral: tuple[tuple[str, str], ...]
    otherwise: tuple[str, ...]
    others: int = 0
    able: int | None = None

    @property
    def caught(self) -> bool:
        """Whether the broken requirement was reported."""
        return bool(self.caught_by)


def detect(broken: Sequence[Broken], folders: Iterable[Path]) -> list[Detection]:
    """What was noticed, in the order of ``broken``, from the runs recorded in ``folders``."""
    ledgers = [*map(read_ledger, folders)]
    return [_of(each, [*_met(each.name, ledgers)], _able(each, ledgers)) for each in broken]


def met_in(folders: Iterable[Path]) -> set[str]:
    """The deviations that any scenario of these runs met."""
    finished = [each for folder in folders for each in read_ledger(folder).scenarios]
    return {each.broken for each in finished if each.broken}


def _met(name: str, ledgers: Iterable[Ledger]) -> Iterator[ScenarioFinished]:
    return (each for ledger in ledgers for each in ledger.scenarios if each.broken == name)


def _able(broken: Broken, ledgers: Sequence[Ledger]) -> int | None:
    """How many others could tell it, as watched under the policy and day on which it was shown."""
    tenants = [_tenant(ledger) for ledger in ledgers if any(_met(broken.name, [ledger]))]
    watched = [
        each
        for ledger in ledgers
        if _tenant(ledger) in tenants and any(each.bearing for each in ledger.scenarios)
        for each in ledger.scenarios
    ]
    if not watched:
        return None
    return sum(broken.name in each.bearing and _is_other(broken, each) for each in watched)


def _tenant(ledger: Ledger) -> tuple[Any, Any]:
    return ledger.started.get("policy"), ledger.started.get("tenant")


def _is_other(broken: Broken, scenario: ScenarioFinished) -> bool:
    """Whether the scenario, which applies, tells nothing of the broken requirement."""
    applies = scenario.outcome != "not-applicable"
    return applies and broken.requirement not in scenario.requirements


def _of(broken: Broken, scenarios: Sequence[ScenarioFinished], able: int | None) -> Detection:
    ours = [each for each in scenarios if broken.requirement in each.requirements]
    others = [each for each in scenarios if _is_other(broken, each)]
    catalogue = load_catalogue()
    return Detection(
        broken=broken,
        caught_by=tuple(_who(each) for each in ours if each.outcome == "deviation"),
        collateral=tuple(
            (id_, _who(each))
            for each in others
            if each.outcome in {"deviation", "error"}
            for id_ in each.requirements
            if broken.requirement not in catalogue.presumed_by(id_)
        ),
        otherwise=tuple(
            f"{_who(each)}: {each.outcome} {each.reason}".strip()
            for each in ours
            if each.outcome not in {"deviation", "passed"}
        ),
        others=len(others),
        able=able,
    )


def _who(scenario: ScenarioFinished) -> str:
    return scenario.scenario.id.removesuffix(f" under {scenario.broken}").removeprefix("features/")
