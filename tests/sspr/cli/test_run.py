"""Real runs: from the command line to the verdict, and through an interruption."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from sspr.journal import broken_links, read_events

if TYPE_CHECKING:
    from tests.sspr.cli.conftest import Command

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_compliant_run(sspr: Command) -> None:
    """It ends with 0, and ``results/latest`` leads to its reports."""
    done = sspr("run", "--select", "ENA-02")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Verdict: compliant" in done.stdout
    latest = sspr.folder / "results" / "latest"
    compliance = json.loads((latest / "compliance.json").read_text(encoding="utf-8"))
    assert compliance["verdict"] == "compliant"
    assert {"ENA-02"} <= {each["id"] for each in compliance["requirements"]}
    assert sspr.left_behind() == []


def test_a_deviating_run_names_the_requirement(sspr: Command) -> None:
    """It ends with 1 and tells which promise was broken, by two workers as by one."""
    deviating = ["--deviate", "group-check-missing", "--workers", "2"]
    done = sspr("run", "--select", "ENA-02 or ENA-03", "--results", "here", *deviating)
    assert done.returncode == 1, done.stdout + done.stderr
    violated = [line for line in done.stdout.splitlines() if line.startswith("VIOLATED")]
    assert [line.split()[1] for line in violated] == ["ENA-02"]
    assert (sspr.folder / "here" / "manifest.json").exists()
    assert sspr.left_behind() == []


@pytest.mark.parametrize(
    ("words", "verdict", "drift"),
    [
        (("--emulate", "quiet.toml"), "deviation", ["notifications.users"]),
        (("--deviate", "user-mail-missing"), "deviation", []),
        (("--deviate", "notifications-page-wrong"), "compliant", ["notifications.users"]),
    ],
)
def test_drift_and_deviation_are_told_apart(
    sspr: Command, words: tuple[str, str], verdict: str, drift: list[str]
) -> None:
    """What the admin center shows is one column, what a user meets another."""
    quiet = '[enablement]\nenabled = "all"\n[notifications]\nusers = false\n'
    (sspr.folder / "quiet.toml").write_text(quiet, encoding="utf-8")
    loud = quiet.replace("false", "true")
    (sspr.folder / "loud.toml").write_text(loud, encoding="utf-8")
    chosen = ("--policy", "loud.toml", "--select", "CFG-12 or NOT-01")
    sspr("run", *chosen, "--results", "here", *words)
    document = json.loads((sspr.folder / "here" / "compliance.json").read_text(encoding="utf-8"))
    (told,) = (each for each in document["requirements"] if each["id"] == "NOT-01")
    assert told["declared"] == {"notifications.users": True}
    assert told["configured"] == {"notifications.users": not drift}
    assert (told["verdict"], told["drift"]) == (verdict, drift)


@pytest.mark.parametrize(
    ("stop", "workers"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "1")]
)
def test_an_interrupted_run_keeps_what_it_has(
    sspr: Command, stop: signal.Signals, workers: str
) -> None:
    """It ends with 130 and one line; the journal is whole, reported on, and nothing runs on."""
    running = sspr.start("run", "--select", "enablement", "--workers", workers)
    first = running.stdout.readline()
    assert first.startswith("passed"), running.communicate()
    running.send_signal(stop)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    (line,) = err.splitlines() or [""]
    assert "What was recorded until then is in results" in line
    latest = sspr.folder / "results" / "latest"
    assert broken_links(latest / "events.jsonl") == []
    kinds = [event["kind"] for event in read_events(latest / "events.jsonl")]
    assert "scenario-finished" in kinds
    compliance = json.loads((latest / "compliance.json").read_text(encoding="utf-8"))
    assert compliance["run"]["interrupted"]
    assert sspr.left_behind() == []
