"""The table of a series says what the journals of its runs say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reports.trials import as_markdown, decided_by, read_trial
from sspr.events import Outcome, ScenarioFinished, ScenarioRecord, SecondTryRecord
from sspr.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = (SecondTryRecord(time="2026-01-01T00:00:00Z", request="GET /users", cause="HTTP 503"),)


def _finished(requirement: str, outcome: Outcome, **more: Any) -> dict[str, Any]:
    record = ScenarioRecord(
        id=f"features/a.feature:{requirement}", name="a", feature="A", uri="features/a.feature"
    )
    body = ScenarioFinished(scenario=record, requirements=(requirement,), outcome=outcome, **more)
    return body.model_dump(mode="json")


def _run(folder: Path, *scenarios: dict[str, Any], settings: dict[str, Any] | None = None) -> Path:
    policy = {"notifications": {"users": True}}
    with Journal(folder / "events.jsonl") as journal:
        journal.append("run-started", run={}, policy=policy, policy_file="", tenant={})
        for each in scenarios:
            journal.append("scenario-finished", **each)
        if settings:
            journal.append("configured", settings=settings, source="a page")
        journal.append("run-finished", interrupted=False)
    return folder


def test_a_clean_run(tmp_path: Path) -> None:
    """Passed, not applicable and inconclusive are no objection; second tries are counted."""
    scenarios = [
        _finished("NOT-01", "passed", second_tries=AGAIN),
        _finished("NOT-02", "not-applicable"),
        _finished("NOT-03", "inconclusive", reason="Nobody can tell."),
    ]
    trial = read_trial("one", "any", _run(tmp_path, *scenarios))
    assert trial.clean
    assert trial.tried_again == 1
    assert [str(told) for told in trial.inconclusive] == [
        "NOT-03  a.feature:NOT-03: Nobody can tell."
    ]


def test_a_deviation_and_a_failure_of_the_harness_are_told(tmp_path: Path) -> None:
    """Either makes a run unclean, and the requirement that deviates is named in the row."""
    scenarios = [_finished("NOT-01", "deviation"), _finished("NOT-02", "error", reason="Oops")]
    trial = read_trial("one", "any", _run(tmp_path, *scenarios))
    assert not trial.clean
    assert trial.reported == {"NOT-01"}
    assert trial.failures == ("NOT-02  a.feature:NOT-02: Oops",)
    assert as_markdown([trial]).splitlines()[2] == "| one | any | 0 | 1 | 0 | 0 | 1 | 0 | NOT-01 |"


def test_drift_is_told_by_its_key(tmp_path: Path) -> None:
    """A setting that was read and is not what is declared is named."""
    trial = read_trial("one", "any", _run(tmp_path, settings={"notifications.users": False}))
    assert trial.drift == ("notifications.users",)


def test_the_catalogue_says_what_a_key_decides() -> None:
    """The switch for users' mail decides that they are told, and not who may reset."""
    decided = decided_by("notifications.users")
    assert "NOT-01" in decided
    assert "ENA-01" not in decided
