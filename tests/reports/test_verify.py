"""Every change to the results of a run is found, and an untouched folder has nothing wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import reports
from reports.manifest import write_manifest
from reports.verify import problems
from sspr.errors import UsageError
from sspr.events import EvidenceRecord, ScenarioFinished, ScenarioRecord
from sspr.journal import Journal, digest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A run with one scenario and one piece of evidence, its reports made."""
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "a-01.json").write_text("[1]")
    piece = EvidenceRecord(
        id="a-01",
        kind="rows",
        title="Rows",
        path="evidence/a-01.json",
        sha256=digest(b"[1]"),
        time="2024-02-16T12:00:00.000+00:00",
    )
    scenario = ScenarioRecord(id="a", name="A", feature="F", uri="a.feature")
    body = ScenarioFinished(
        scenario=scenario, requirements=("RST-03",), outcome="passed", evidence=(piece,)
    )
    with Journal(tmp_path / "events.jsonl") as journal:
        journal.append("run-started", policy={}, tenant={"service_date": "2024-02-16"})
        journal.append("scenario-finished", **body.model_dump(mode="json"))
        journal.append("run-finished", interrupted=False)
    reports.build(tmp_path)
    return tmp_path


def test_an_untouched_run_has_nothing_wrong(results: Path) -> None:
    """What the run wrote verifies."""
    assert problems(results) == []


def test_changed_evidence_is_found_even_with_a_new_manifest(results: Path) -> None:
    """Who forges evidence and the manifest is still contradicted by the journal."""
    (results / "evidence" / "a-01.json").write_text("[2]")
    write_manifest(results)
    assert problems(results) == ["evidence/a-01.json: is not what the scenario saw."]


def test_a_better_verdict_is_found(results: Path) -> None:
    """A report that was made more favourable does not follow from the journal."""
    document = json.loads((results / "compliance.json").read_text("utf-8"))
    document["requirements"][0]["verdict"] = "waived"
    (results / "compliance.json").write_text(json.dumps(document))
    write_manifest(results)
    assert problems(results) == [
        "compliance.json: does not follow from the journal by this version of the harness."
    ]


def test_a_changed_journal_is_found(results: Path) -> None:
    """A changed line breaks the chain."""
    text = (results / "events.jsonl").read_text("utf-8")
    (results / "events.jsonl").write_text(text.replace("2024-02-16T12", "2024-02-17T12"))
    assert "events.jsonl:3: does not follow" in problems(results)[0]


@pytest.mark.parametrize("path", ["evidence/a-01.json", "junit.xml", "compliance.json"])
def test_a_missing_file_is_found(results: Path, path: str) -> None:
    """What was taken away is missed."""
    (results / path).unlink()
    assert any(found.startswith(path) for found in problems(results))


def test_a_file_put_in_is_found(results: Path) -> None:
    """What was added is in no manifest."""
    (results / "evidence" / "b.json").write_text("[]")
    assert problems(results) == ["evidence/b.json: is not in the manifest."]


def test_a_folder_without_a_manifest_is_bad_input(results: Path) -> None:
    """Without a manifest there is nothing to hold files against."""
    (results / "manifest.json").unlink()
    with pytest.raises(UsageError, match=r"manifest\.json: cannot be read"):
        problems(results)
