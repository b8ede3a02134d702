"""What a whole run costs: beside plain scripts, on a second core, in a step, as it grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median, quantiles
from typing import TYPE_CHECKING, Any

import pytest

from reports import build
from sspr.bootstrap.browser import browser_executable
from sspr.embedded import Embedded
from tests.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
POLICY = ROOT / "policies" / "tutorial.toml"
SCRIPTS = HERE / "plain_promises.py"
SIZES = (50, 100, 200)
ROUNDS = 3
STEP_GOAL_MS, SUITE_GOAL = 1.0, 0.9
GROWING = """@requirement:ENA-02
Feature: One promise many times

  Scenario Outline: Visitor <number>
    Given a user outside the enabled group
    When the user asks for a password reset
    Then the user is turned away with SSPR_0013

    Examples:
      | number |
"""


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints a figure."""

    def say(figure: str) -> None:
        with capsys.disabled():
            print(f"\n{figure}", end="")  # noqa: T201 - figures are what a benchmark is for

    return say


def test_a_suite_keeps_up_with_plain_scripts(tell: Callable[[str], None], tmp_path: Path) -> None:
    """The promises in one run, reports included, against a plain script for each of them."""
    alone, finished = _suite(tmp_path / "alone", workers=1)
    aside, _ = _suite(tmp_path / "aside", workers=2)
    plain = _scripts(finished)
    number = finished.total()
    tell(f"{number} plain scripts: {plain:.1f} s")
    tell(f"the suite by one worker: {alone:.1f} s, ratio {alone / plain:.2f} (goal {SUITE_GOAL})")
    tell(f"the suite by two workers: {aside:.1f} s, {aside / alone:.2f} of one worker's")


def test_a_step_costs_little_of_its_own(tell: Callable[[str], None], tmp_path: Path) -> None:
    """What a step spends beside the browser, Graph and the mailbox."""
    file = tmp_path / "steps.json"
    plugin = ("-p", "own_time", "-k", "notifications")
    _pytest(ROOT / "features", tmp_path / "results", *plugin, SSPR_OWN_TIME=str(file))
    steps = json.loads(file.read_text("utf-8"))
    p95 = quantiles(steps, n=20)[-1]
    tell(
        f"{len(steps)} steps: mean {mean(steps):.2f} ms of their own, median {median(steps):.2f}, "
        f"p95 {p95:.2f} (goal {STEP_GOAL_MS})"
    )


def test_the_cost_of_a_scenario_stays(tell: Callable[[str], None], tmp_path: Path) -> None:
    """
    A scenario costs as much among two hundred as among fifty, reports included.

    The sizes take turns and the least disturbed turn of each counts.
    """
    rounds = [_costs(tmp_path / str(turn)) for turn in range(ROUNDS)]
    costs = {number: min(each[number] for each in rounds) for number in SIZES}
    for number, (scenario, reports) in costs.items():
        tell(
            f"{number} scenarios: {scenario * 1000:.0f} ms each, ratio "
            f"{scenario / costs[SIZES[0]][0]:.2f}; reports {reports * 1000:.0f} ms each"
        )


def _suite(results: Path, workers: int) -> tuple[float, Counter[str]]:
    """The seconds that a run takes from its command on, and which promises it has carried out."""
    promises = subprocess.check_output([sys.executable, str(SCRIPTS), "--list"], text=True).split()
    words = ["--select", " or ".join(promises), "--workers", str(workers)]
    command = [sys.executable, "-m", "sspr", "run", "--policy", str(POLICY), *words]
    began = time.perf_counter()
    subprocess.run([*command, "--results", str(results)], cwd=ROOT, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    passed = [each for each in _finished(results) if each["outcome"] == "passed"]
    return seconds, Counter(id_ for each in passed for id_ in each["requirements"][:1])


def _scripts(promises: Counter[str]) -> float:
    """The seconds of one script after the other, each in a fresh tenant."""
    emulator = Embedded.start(POLICY)
    seconds = sum(_script(emulator, promise) for promise in promises.elements())
    emulator.stop()
    return seconds


def _script(emulator: Embedded, promise: str) -> float:
    tenant = emulator.reset()
    told = {
        "greeting": emulator.greeting,
        "domain": tenant.domain,
        "mail_domain": tenant.mailbox.domain,
        "browser": str(browser_executable(headed=False)),
        "arguments": emulator.route.browser_arguments(),
    }
    command = [sys.executable, str(SCRIPTS), promise]
    began = time.perf_counter()
    subprocess.run(command, input=json.dumps(told), text=True, check=True)
    return time.perf_counter() - began


def _costs(folder: Path) -> dict[int, tuple[float, float]]:
    """What each size costs, one after the other, as fast as the machine now is."""
    return {number: _cost(folder / str(number), number) for number in SIZES}


def _cost(folder: Path, number: int) -> tuple[float, float]:
    """The seconds that a scenario takes, and those that the reports take for it."""
    features, results = folder / "features" / "enablement", folder / "results"
    features.mkdir(parents=True)
    rows = "".join(f"      | {place} |\n" for place in range(number))
    (features / "many.feature").write_text(GROWING + rows, "utf-8")
    binding = (ROOT / "features" / "test_features.py").read_text("utf-8")
    (features.parent / "test_features.py").write_text(binding, "utf-8")
    _pytest(features.parent, results)
    finished = _finished(results)
    assert {each["outcome"] for each in finished} == {"passed"}
    began = time.perf_counter()
    build(results)
    reports = (time.perf_counter() - began) / number
    # The first one also waits for the browser and the emulator.
    return mean(each["duration_ms"] for each in finished[1:]) / 1000, reports


def _finished(results: Path) -> list[dict[str, Any]]:
    lines = (results / "events.jsonl").read_text("utf-8").splitlines()
    return [event for event in map(json.loads, lines) if event["kind"] == "scenario-finished"]


def _pytest(features: Path, results: Path, *options: str, **more: str) -> None:
    """Carry out scenarios as a run does, in one process."""
    results.mkdir(parents=True)
    ini = ROOT / "features" / "pytest.ini"
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", str(features), "-c", str(ini)),
            *("--rootdir", str(ROOT), "-p", "fixtures.plugin", "--sspr-results", str(results)),
            *("--sspr-policy", str(POLICY), *options),
        ],
        cwd=ROOT,
        env=surroundings(PYTHONPATH=f"{ROOT}{os.pathsep}{HERE}", **more),
        check=True,
        capture_output=True,
    )
