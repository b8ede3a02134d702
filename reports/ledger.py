"""The journal, read into one object that every report is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sspr.events import ScenarioFinished
from sspr.journal import read_events

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(slots=True)
class Ledger:
    """
    One run.

    Attributes:
        started: The body of ``run-started``: run, policy, policy_file, tenant.
        began: When the run began.
        ended: When it came to its end; empty where it did not.
        planned: How many scenarios of each requirement the run set out to carry out.
        scenarios: Those that finished, in the order of their ids.
        configured: What the tenant's settings say, by policy key.
        read_from: Where that was read, by policy key.
        failures: Where the harness itself failed outside any scenario.
        leaks: Artefacts that held a secret and were removed.
        interrupted: Whether somebody stopped it.
    """

    started: dict[str, Any] = field(default_factory=dict)
    began: str = ""
    ended: str = ""
    planned: dict[str, int] = field(default_factory=dict)
    scenarios: list[ScenarioFinished] = field(default_factory=list)
    configured: dict[str, Any] = field(default_factory=dict)
    read_from: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    interrupted: bool = True

    def of_requirement(self, id_: str) -> list[ScenarioFinished]:
        """The scenarios that gathered evidence for one requirement."""
        return [each for each in self.scenarios if id_ in each.requirements]


def read_ledger(results: Path) -> Ledger:
    """
    Read the journal of a run, finished or interrupted.

    Raises:
        UsageError: There is none, or it was changed.
    """
    ledger = Ledger()
    for event in read_events(results / "events.jsonl"):
        _enter(ledger, event)
    ledger.scenarios.sort(key=lambda each: each.scenario.id)
    return ledger


def _enter(ledger: Ledger, event: dict[str, Any]) -> None:
    match event["kind"]:
        case "run-started":
            ledger.started, ledger.began = event, event["time"]
        case "planned":
            for scenario in event["scenarios"]:
                for id_ in scenario["requirements"]:
                    ledger.planned[id_] = ledger.planned.get(id_, 0) + 1
        case "configured":
            ledger.configured |= event["settings"]
            ledger.read_from |= dict.fromkeys(event["settings"], event["source"])
        case "scenario-finished" | "scenario-settled":
            _put(ledger, ScenarioFinished.of(event), instead=event["kind"] == "scenario-settled")
        case "harness-failed":
            ledger.failures.append(event["reason"])
        case "leaked":
            ledger.leaks += event["paths"]
        case "run-finished":
            ledger.ended, ledger.interrupted = event["time"], event["interrupted"]


def _put(ledger: Ledger, finished: ScenarioFinished, *, instead: bool) -> None:
    """Add a scenario; what the end of the run told stands instead of what was known before."""
    if instead:
        ledger.scenarios = [
            each for each in ledger.scenarios if each.scenario.id != finished.scenario.id
        ]
    ledger.scenarios.append(finished)
