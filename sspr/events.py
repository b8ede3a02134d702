"""What a scenario leaves in the journal: its steps, its evidence and how it ended."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Outcome = Literal["passed", "deviation", "inconclusive", "not-applicable", "error"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EvidenceRecord(_Record):
    """
    One piece of evidence.

    Attributes:
        id: Unique within the run.
        kind: ``screenshot``, ``mail``, ``rows``, ``document`` or ``trace``.
        title: What it shows, in a few words.
        path: Where it is, relative to the folder of the run, with forward slashes.
        sha256: The digest of that file.
        time: When it was taken, by the clock of the tenant.
    """

    id: str
    kind: str
    title: str
    path: str
    sha256: str
    time: str


class StepRecord(_Record):
    """One Gherkin step as it was carried out; ``status`` is as in Allure."""

    keyword: str
    name: str
    status: str
    duration_ms: int = 0
    evidence: tuple[str, ...] = ()


class SecondTryRecord(_Record):
    """One request that was sent again, for a cause that is nobody's promise."""

    time: str
    request: str
    cause: str


class ScenarioRecord(_Record):
    """The scenario, by an id that is the same in every run and on every machine."""

    id: str
    name: str
    feature: str
    uri: str
    tags: tuple[str, ...] = ()


class ScenarioFinished(_Record):
    """
    The body of a ``scenario-finished`` event.

    ``broken`` names the deviation of the emulator that the scenario was held against, if any;
    ``bearing`` those that would have changed something in it, where that was watched.
    """

    scenario: ScenarioRecord
    requirements: tuple[str, ...] = ()
    broken: str = ""
    bearing: tuple[str, ...] = ()
    outcome: Outcome
    reason: str = ""
    expected: str = ""
    observed: str = ""
    setting: str = ""
    steps: tuple[StepRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    duration_ms: int = 0
    attempts: int = 1
    second_tries: tuple[SecondTryRecord, ...] = ()

    @classmethod
    def of(cls, event: dict[str, Any]) -> ScenarioFinished:
        """The body of ``event`` without what the journal added."""
        added = {"seq", "time", "kind", "previous"}
        return cls.model_validate({key: event[key] for key in event if key not in added})
