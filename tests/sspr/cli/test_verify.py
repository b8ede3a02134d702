"""``sspr verify`` says what was changed and ends with 1 where something was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import reports
from sspr.cli.verify import command
from sspr.errors import UsageError
from sspr.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A run in which nothing happened, its reports made."""
    with Journal(tmp_path / "events.jsonl") as journal:
        journal.append("run-finished", interrupted=False)
    reports.build(tmp_path)
    return tmp_path


def test_an_untouched_folder(results: Path) -> None:
    """Nothing changed is said in one line."""
    done = CliRunner().invoke(command, [str(results)], standalone_mode=False)
    assert (done.return_value, done.output) == (
        0,
        f"{results}: nothing was changed since the run.\n",
    )


def test_a_changed_file(results: Path) -> None:
    """A changed file is named, in JSON as well."""
    (results / "junit.xml").write_text("<testsuites/>")
    done = CliRunner().invoke(command, [str(results), "--json"], standalone_mode=False)
    assert done.return_value == 1
    assert json.loads(done.output)["problems"] == ["junit.xml: was changed, says the manifest."]


def test_a_folder_without_a_run(tmp_path: Path) -> None:
    """A folder that holds no run is bad input."""
    done = CliRunner().invoke(command, [str(tmp_path)], standalone_mode=False)
    assert isinstance(done.exception, UsageError)
