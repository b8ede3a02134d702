"""Every sentence of the features means something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from gherkin.parser import Parser

from tests.surroundings import surroundings

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
MOST_STEPS = 7


def test_every_sentence_has_its_step() -> None:
    """No scenario, nor any of its examples, holds a sentence that nobody carries out."""
    command = [sys.executable, "-m", "pytest", "features", "-c", "features/pytest.ini"]
    plugins = ["-p", "fixtures.plugin", "-p", "unbound"]
    done = subprocess.run(
        [*command, "--rootdir", str(ROOT), *plugins, "--collect-only", "-q"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=surroundings(PYTHONPATH=f"{ROOT}{os.pathsep}{HERE}"),
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert [line for line in done.stdout.splitlines() if line.startswith("UNBOUND")] == []


def test_scenarios_are_short() -> None:
    """No scenario has more than seven steps of its own, so that it is read at one glance."""
    long = [
        f"{file.name}: {child['scenario']['name']}"
        for file in (ROOT / "features").rglob("*.feature")
        for child in Parser().parse(file.read_text("utf-8"))["feature"]["children"]
        if len(child.get("scenario", {}).get("steps", ())) > MOST_STEPS
    ]
    assert long == []
