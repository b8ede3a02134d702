"""
What a series of runs came to, one row a run.

A series repeats scenarios under conditions that must not matter, or must matter in a known way:
drawn policies, a policy with one key flipped, a fault on the way, another order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.ledger import read_ledger
from sspr.requirements import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reports.ledger import Ledger
    from sspr.events import Outcome, ScenarioFinished

_OUTCOMES: tuple[Outcome, ...] = ("passed", "deviation", "inconclusive", "not-applicable", "error")
_HEAD = ("Run", "Condition", *_OUTCOMES, "Tried again", "Reported")


@dataclass(frozen=True, slots=True)
class Told:
    """One scenario that did not simply pass: its requirements, its id and its reason."""

    requirements: tuple[str, ...]
    scenario: str
    reason: str

    def __str__(self) -> str:
        return f"{', '.join(self.requirements)}  {self.scenario}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Trial:
    """
    One run of a series.

    Attributes:
        name: What it is called in the series.
        condition: What was special about it, in a few words.
        outcomes: How many scenarios came to each outcome.
        deviations: Those that came out as a deviation.
        inconclusive: Those that could not tell.
        failures: Where the harness itself failed.
        drift: The policy keys whose setting was read and is not what is declared.
        tried_again: How many scenarios passed only after a second try of something.
    """

    name: str
    condition: str
    outcomes: Mapping[str, int]
    deviations: tuple[Told, ...]
    inconclusive: tuple[Told, ...]
    failures: tuple[str, ...]
    drift: tuple[str, ...]
    tried_again: int

    @property
    def clean(self) -> bool:
        """Whether nothing deviates and the harness failed nowhere."""
        return not self.deviations and not self.failures

    @property
    def reported(self) -> frozenset[str]:
        """The requirements that came out as a deviation."""
        return frozenset(id_ for told in self.deviations for id_ in told.requirements)

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "run": self.name,
            "condition": self.condition,
            "outcomes": dict(self.outcomes),
            "tried_again": self.tried_again,
            "drift": [*self.drift],
            "deviations": [*map(str, self.deviations)],
            "inconclusive": [*map(str, self.inconclusive)],
            "failures": [*self.failures],
        }


def read_trial(name: str, condition: str, folder: Path) -> Trial:
    """The run that was recorded in ``folder``."""
    ledger = read_ledger(folder)
    outcomes = Counter(each.outcome for each in ledger.scenarios)
    return Trial(
        name=name,
        condition=condition,
        outcomes={outcome: outcomes[outcome] for outcome in _OUTCOMES},
        deviations=_told(ledger.scenarios, "deviation"),
        inconclusive=_told(ledger.scenarios, "inconclusive"),
        failures=(*ledger.failures, *map(str, _told(ledger.scenarios, "error"))),
        drift=_drift(ledger),
        tried_again=sum(bool(each.second_tries) for each in ledger.scenarios),
    )


def _told(scenarios: Iterable[ScenarioFinished], outcome: Outcome) -> tuple[Told, ...]:
    return tuple(
        Told(
            each.requirements,
            each.scenario.id.removeprefix("features/"),
            f"{each.expected} {each.observed or each.reason}".strip(),
        )
        for each in scenarios
        if each.outcome == outcome
    )


def _drift(ledger: Ledger) -> tuple[str, ...]:
    declared = {
        f"{section}.{key}": value
        for section, values in ledger.started.get("policy", {}).items()
        for key, value in values.items()
    }
    return tuple(
        sorted(key for key, value in ledger.configured.items() if value != declared.get(key))
    )


def as_markdown(trials: Sequence[Trial]) -> str:
    """The table for a document."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, trials)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(trial: Trial) -> tuple[str, ...]:
    return (
        trial.name,
        trial.condition.replace("|", "\\|"),
        *(str(number) for number in trial.outcomes.values()),
        str(trial.tried_again),
        ", ".join(sorted(trial.reported)) or "none",
    )


def decided_by(key: str) -> frozenset[str]:
    """The requirements that the policy key ``key`` decides, as the catalogue has it."""
    return frozenset(each.id for each in load_catalogue() if key in each.policy_keys)
