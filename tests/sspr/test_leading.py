"""Who leads workers starts without what a scenario takes."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.plugin import CARRYING_OUT
from sspr.leading import LEADS, only_leads

ROOT = Path(__file__).parents[2]
LOADED = "import sys, fixtures.plugin as p; print('steps.cast.stage' in p.MODULES)"


@pytest.mark.parametrize(
    ("surroundings", "leads"),
    [
        ({}, False),
        ({LEADS: "1"}, True),
        ({LEADS: "1", "PYTEST_XDIST_WORKER": "gw0"}, False),
        ({"PYTEST_XDIST_WORKER": "gw0"}, False),
    ],
)
def test_only_the_leader_goes_without_sentences(
    monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], *, leads: bool
) -> None:
    """Workers, and a process that works alone, load the sentences; who leads workers does not."""
    for name in (LEADS, "PYTEST_XDIST_WORKER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert only_leads() is leads
    command = [sys.executable, "-c", LOADED]
    said = subprocess.check_output(command, cwd=ROOT, env=os.environ.copy(), text=True)
    assert said.strip() == str(not leads)


def test_who_leads_knows_every_option() -> None:
    """An option that only workers knew would end a run with workers before it begins."""
    unknown = [
        name for name in CARRYING_OUT if hasattr(importlib.import_module(name), "pytest_addoption")
    ]
    assert unknown == []
