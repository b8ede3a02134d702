"""
Which scenario notices which deviation, from the journals of runs that broke one rule at a time.

A deviation is *caught* where the requirement that it breaks came out as a deviation. What else
came out as one is *collateral*: it was reported though the rule behind it was left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.ledger import read_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sspr.events import ScenarioFinished

_HEAD = ("Deviation", "Breaks", "Reported", "Noticed by", "Collateral")


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
        collateral: Requirements that were reported though untouched, each with its scenario.
        otherwise: How the scenarios of its requirement ended that did not notice.
    """

    broken: Broken
    caught_by: tuple[str, ...]
    collateral: tuple[tuple[str, str], ...]
    otherwise: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Whether the broken requirement was reported."""
        return bool(self.caught_by)


def detect(broken: Sequence[Broken], folders: Iterable[Path]) -> list[Detection]:
    """What was noticed, in the order of ``broken``, from the runs recorded in ``folders``."""
    finished = [each for folder in folders for each in read_ledger(folder).scenarios]
    return [_of(each, [one for one in finished if one.broken == each.name]) for each in broken]


def _of(broken: Broken, scenarios: Sequence[ScenarioFinished]) -> Detection:
    ours = [each for each in scenarios if broken.requirement in each.requirements]
    others = [each for each in scenarios if broken.requirement not in each.requirements]
    return Detection(
        broken=broken,
        caught_by=tuple(_who(each) for each in ours if each.outcome == "deviation"),
        collateral=tuple(
            (id_, _who(each))
            for each in others
            if each.outcome == "deviation"
            for id_ in each.requirements
        ),
        otherwise=tuple(
            f"{_who(each)}: {each.outcome} {each.reason}".strip()
            for each in ours
            if each.outcome not in {"deviation", "passed"}
        ),
    )


def _who(scenario: ScenarioFinished) -> str:
    return scenario.scenario.id.removesuffix(f" under {scenario.broken}").removeprefix("features/")


def as_document(detections: Sequence[Detection]) -> dict[str, Any]:
    """The table as one JSON object."""
    return {
        "caught": sum(each.caught for each in detections),
        "deviations": [
            {
                "name": each.broken.name,
                "requirement": each.broken.requirement,
                "sentence": each.broken.sentence,
                "caught": each.caught,
                "caught_by": [*each.caught_by],
                "collateral": [
                    {"requirement": id_, "scenario": who} for id_, who in each.collateral
                ],
                "otherwise": [*each.otherwise],
            }
            for each in detections
        ],
    }


def as_markdown(detections: Sequence[Detection]) -> str:
    """The table for a document."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, detections)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(detection: Detection) -> tuple[str, ...]:
    broken = detection.broken
    return (
        f"`{broken.name}`: {broken.sentence}",
        broken.requirement,
        "yes" if detection.caught else "**no**",
        "<br>".join(map(_escape, detection.caught_by)) or "nobody",
        "<br>".join(sorted({id_ for id_, _ in detection.collateral})) or "none",
    )


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
