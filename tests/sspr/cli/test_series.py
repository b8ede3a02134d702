"""Series of real runs: drawn policies, flipped keys, faults; told in a table, and resumed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.sspr.cli.test_refusals import refused

if TYPE_CHECKING:
    from tests.sspr.cli.conftest import Command


def _table(sspr: Command, folder: str) -> list[dict[str, Any]]:
    text = (sspr.folder / folder / "table.json").read_text(encoding="utf-8")
    runs: list[dict[str, Any]] = json.loads(text)["runs"]
    return runs


@pytest.mark.browser
@pytest.mark.slow
def test_drawn_policies(sspr: Command) -> None:
    """A tenant that keeps its promises never deviates, and what was done is not done again."""
    words = ("policies", "check", "--draws", "2", "--one-in", "40", "--results", "here")
    done = sspr(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 runs without a deviation" in done.stdout
    journals = [*(sspr.folder / "here").glob("*/events.jsonl")]
    written = {file: file.stat().st_mtime_ns for file in journals}
    assert sspr(*words).returncode == 0
    assert {file: file.stat().st_mtime_ns for file in journals} == written
    assert len(_table(sspr, "here")) == len(written) == 2
    refused(sspr(*words, "--seed", "2"), "here", "--results")
    assert sspr.left_behind() == []


@pytest.mark.browser
@pytest.mark.slow
def test_a_flipped_key(sspr: Command) -> None:
    """The requirement that the key decides deviates, and no other of those that were tried."""
    words = ("policies", "flip", "notifications.users", "--select", "NOT-04 or NOT-10 or ENA-02")
    done = sspr(*words, "--results", "here")
    assert done.returncode == 0, done.stdout + done.stderr
    (run,) = _table(sspr, "here")
    assert run["outcomes"]["deviation"] > 0
    assert all(each.startswith("NOT-04 ") for each in run["deviations"])


@pytest.mark.browser
@pytest.mark.slow
def test_a_fault(sspr: Command) -> None:
    """A throttled Graph makes no deviation; that something was tried again stands in the table."""
    words = ("faults", "check", "graph-throttled", "--select", "ENA-02 or ENA-13")
    done = sspr(*words, "--results", "here")
    assert done.returncode == 0, done.stdout + done.stderr
    (run,) = _table(sspr, "here")
    assert run["outcomes"]["passed"] > 0
    assert not run["outcomes"]["deviation"]
    assert run["tried_again"] > 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["policies", "flip", "methods.colour"], ["methods.colour", "methods.allowed"]),
        (["policies", "check", "--draws", "0"], ["--draws"]),
        (["policies", "check", "--select", "and and"], ["and and"]),
        (["faults", "check", "slow-page"], ["did you mean slow-pages?"]),
        (["run", "--fault", "rain"], ["rain", "sspr faults list"]),
    ],
)
def test_an_argument_that_is_not_good(
    sspr: Command, arguments: list[str], words: list[str]
) -> None:
    """The line names it and the mend."""
    refused(sspr(*arguments), *words)
    assert not (sspr.folder / "results").exists()


def test_the_faults_are_listed(sspr: Command) -> None:
    """Each with what then happens."""
    told = sspr("faults", "list")
    assert told.returncode == 0
    assert "slow-pages" in told.stdout
