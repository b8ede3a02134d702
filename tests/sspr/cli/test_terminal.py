"""What a person reads during a run and at its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.summary import Finding, Summary
from sspr.cli import window
from sspr.cli.closing import closing_lines
from sspr.cli.progress import Bar, Lines
from sspr.verdict import Verdict
from sspr.wire import Route

EVENTS = [
    {"kind": "planned", "scenarios": [{}, {}, {}]},
    {
        "kind": "scenario-finished",
        "outcome": "deviation",
        "requirements": ["NOT-01"],
        "scenario": {"name": "The user is told [at once]", "feature": "Told"},
        "duration_ms": 1250,
    },
    {"kind": "harness-failed", "reason": "no room"},
    {"kind": "settling", "scenarios": 2, "until": "2026-01-31T09:32:00+00:00"},
    {
        "kind": "scenario-settled",
        "outcome": "deviation",
        "requirements": ["NOT-03"],
        "scenario": {"name": "Nobody else is told", "feature": "Silence"},
    },
    {"kind": "run-finished", "interrupted": False},
]
FINDING = Finding(
    id="NOT-01",
    statement="The user is told.",
    expected="One mail.",
    observed="No mail.",
    reason="",
    setting="notifications.users",
    setting_page="Notifications",
    severity="high",
)


@pytest.mark.parametrize("display", [Lines, Bar])
def test_what_did_not_pass_is_told_at_once(
    display: type[Lines | Bar], capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal and elsewhere: the scenario with its requirement, and failures of ours."""
    with display() as shown:
        for event in EVENTS:
            shown.show(event)
    said = capsys.readouterr().out
    assert "DEVIATION" in said
    assert "NOT-01  The user is told [at once]" in said
    assert "no room" in said
    assert "NOT-03  Nobody else is told" in said


def test_the_wait_at_the_end_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Who waits for the end of a run reads until when, and for what."""
    Lines().show(EVENTS[3])
    assert "Until 09:32:00 UTC mail may come that must not" in capsys.readouterr().out


def test_the_end_names_what_is_violated_and_where_to_look() -> None:
    """Requirement, expected, observed, setting, verdict and the paths of the reports."""
    summary = Summary(
        verdict=Verdict.DEVIATION,
        counts={"compliant": 2, "deviation": 1, "waived": 0},
        violated=(FINDING,),
        inconclusive=(),
        drift=("notifications.users",),
        harness_failures=(),
        leaked=(),
        interrupted=False,
        exit_code=1,
    )
    text = "\n".join(closing_lines(summary, Path("results/one"), Path("results/one/allure")))
    for word in (
        "VIOLATED  NOT-01  The user is told.",
        "One mail.",
        "No mail.",
        "notifications.users  Notifications",
        "Verdict: deviation  (2 compliant, 1 deviation)",
        str(Path("results/one/compliance.html")),
        str(Path("results/one/allure")),
    ):
        assert word in text


def test_a_window_leads_every_address_to_the_emulator() -> None:
    """It has a profile of its own, and nothing of it can leave the machine."""
    route = Route(4711, "a certificate", "a key")
    words = window.command_line("chromium", route, "https://emulator.test/", "a profile")
    assert "--host-resolver-rules=MAP * 127.0.0.1:4711" in words
    assert "--user-data-dir=a profile" in words
    assert words[-1] == "https://emulator.test/"


@pytest.mark.parametrize(
    ("system", "screens", "possible"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_needs_a_screen(
    monkeypatch: pytest.MonkeyPatch, system: str, screens: dict[str, str], *, possible: bool
) -> None:
    """On Linux the environment names it; elsewhere there always is one."""
    monkeypatch.setattr(window.sys, "platform", system)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screens.items():
        monkeypatch.setenv(name, value)
    assert window.can_open() == possible
