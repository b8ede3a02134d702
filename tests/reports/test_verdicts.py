"""A run comes to the verdict, and its command to the exit code, that its journal warrants."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import reports
from sspr.verdict import Verdict
from tests.reports.journals import compliance, finished, journal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_compliant_run(tmp_path: Path) -> None:
    """What passed is compliant and the command ends with 0."""
    summary = reports.build(journal(tmp_path, finished("passed", "RST-03", "NOT-01")))
    assert (summary.verdict, summary.exit_code) == (Verdict.COMPLIANT, 0)
    assert summary.counts["compliant"] == 2
    assert compliance(tmp_path)["verdict"] == "compliant"
    assert compliance(tmp_path)["by_id"]["RST-03"]["declared"] == {"methods.required_to_reset": 2}


def test_a_deviation_names_requirement_and_setting(tmp_path: Path) -> None:
    """The summary says which requirement is violated, how, and where the setting lives."""
    told = {"expected": "A mail comes.", "observed": "None came.", "setting": "notifications.users"}
    summary = reports.build(journal(tmp_path, finished("deviation", "NOT-01", **told)))
    assert summary.exit_code == 1
    (violated,) = summary.violated
    assert (violated.id, violated.expected, violated.observed) == (
        "NOT-01",
        "A mail comes.",
        "None came.",
    )
    assert violated.setting_page.endswith("Password reset > Notifications")


def test_what_another_deviation_explains_is_not_blamed(tmp_path: Path) -> None:
    """Where a requirement deviates that another takes for granted, the run blames the first."""
    both = finished("deviation", "RST-04"), finished("deviation", "RST-05", observed="It did.")
    summary = reports.build(journal(tmp_path, *both))
    assert summary.exit_code == 1
    assert [each.id for each in summary.violated] == ["RST-04"]
    told = compliance(tmp_path)["by_id"]["RST-05"]
    assert (told["verdict"], told["observed"]) == ("inconclusive", "Not observed.")
    assert "RST-04" in told["reason"]


@pytest.mark.parametrize(
    ("until", "verdict", "exit_code"),
    [("2999-01-01", "waived", 0), ("2020-01-01", "deviation", 1)],
)
def test_a_waiver_counts_for_its_time(
    tmp_path: Path, until: str, verdict: str, exit_code: int
) -> None:
    """A waived deviation is no violation but stays visible; an expired waiver does not count."""
    waiver = {"requirement": "NOT-01", "reason": "Relay.", "by": "Dana Roth", "until": until}
    deviating = finished("deviation", "NOT-01", observed="None came.", expected="A mail comes.")
    summary = reports.build(
        journal(tmp_path, deviating, finished("passed", "RST-03"), waivers=(waiver,))
    )
    assert summary.exit_code == exit_code
    told = compliance(tmp_path)["by_id"]["NOT-01"]
    assert (told["verdict"], told["observed"]) == (verdict, "None came.")
    assert f"Dana Roth {'until' if verdict == 'waived' else 'ended on'} {until}" in told["reason"]
    assert told["waiver"]["expired"] is (verdict == "deviation")


def test_an_interrupted_run_is_readable_and_inconclusive(tmp_path: Path) -> None:
    """A run cut off in the middle keeps its results and claims nothing more."""
    results = journal(
        tmp_path, finished("passed", "RST-03"), finished("passed", "NOT-01"), end=False
    )
    with (results / "events.jsonl").open("ab") as file:
        file.write(b'{"seq": 9, "kind": "scenario-fin')
    summary = reports.build(results)
    assert (summary.interrupted, summary.exit_code) == (True, 3)
    by_id = compliance(tmp_path)["by_id"]
    assert by_id["RST-03"]["verdict"] == "compliant"
    assert by_id["NOT-01"]["verdict"] == "inconclusive"


def test_a_run_that_was_killed_at_once_is_readable(tmp_path: Path) -> None:
    """A journal without a single event gives reports that say that nothing was observed."""
    (tmp_path / "events.jsonl").write_bytes(b"")
    summary = reports.build(tmp_path)
    assert (summary.verdict, summary.interrupted, summary.exit_code) == (
        Verdict.INCONCLUSIVE,
        True,
        3,
    )


def test_a_harness_failure_ends_with_4(tmp_path: Path) -> None:
    """An error of the harness is no verdict on the tenant."""
    summary = reports.build(journal(tmp_path, finished("error", "NOT-01", reason="boom")))
    assert summary.exit_code == 4
    assert summary.harness_failures == ("error: boom",)
    assert compliance(tmp_path)["by_id"]["NOT-01"]["verdict"] == "inconclusive"


def test_a_leak_ends_with_4_whatever_the_verdict(tmp_path: Path) -> None:
    """A secret in an artefact fails the run even if a deviation was found."""
    journal(tmp_path, finished("deviation", "NOT-01"), end=False)
    events = (tmp_path / "events.jsonl").read_bytes()
    line = json.dumps({"kind": "leaked", "paths": ["evidence/a.json"]}).encode()
    (tmp_path / "events.jsonl").write_bytes(events + line + b"\n")
    assert reports.build(tmp_path).exit_code == 4
    assert "evidence/a.json" in (tmp_path / "compliance.html").read_text("utf-8")


def test_an_unknown_requirement_is_a_failure_of_the_harness(tmp_path: Path) -> None:
    """A tag that no catalogue entry answers to does not pass silently."""
    summary = reports.build(journal(tmp_path, finished("passed", "RST-98")))
    assert summary.exit_code == 4
    assert "RST-98" in summary.harness_failures[0]


def test_a_requirement_out_of_its_time_is_not_applicable(tmp_path: Path) -> None:
    """What holds from a later day on is not judged, even if a scenario passed."""
    reports.build(journal(tmp_path, finished("passed", "RST-10")))
    requirement = compliance(tmp_path)["by_id"]["RST-10"]
    assert requirement["verdict"] == "not applicable"
    assert "the service date is 2024-02-16" in requirement["reason"]


def test_drift_is_told_apart_from_deviation(tmp_path: Path) -> None:
    """A setting that is not as declared is drift; the verdict stays with what was seen."""
    journal(tmp_path, finished("passed", "NOT-01"), end=False)
    lines = (tmp_path / "events.jsonl").read_bytes()
    configured = {"kind": "configured", "settings": {"notifications.users": False}, "source": "x"}
    done = {**finished("passed", "NOT-01"), "kind": "scenario-finished"}
    more = b"".join(json.dumps(each).encode() + b"\n" for each in (configured, done))
    (tmp_path / "events.jsonl").write_bytes(lines + more)
    assert reports.build(tmp_path).drift == ("notifications.users",)
    requirement = compliance(tmp_path)["by_id"]["NOT-01"]
    assert requirement["drift"] == ["notifications.users"]
    assert requirement["verdict"] == "compliant"
