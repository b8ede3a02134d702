"""The files of a run can be made again, are all listed, and are harmed by no text."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import reports
from sspr.errors import UsageError
from tests.reports.journals import finished, journal

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>alert('x')</script> \x00 =1+1 \N{SKULL} ]]>"


def test_reports_can_be_made_again(tmp_path: Path) -> None:
    """The same journal gives the same bytes."""
    journal(tmp_path, finished("passed", "RST-03"))
    reports.build(tmp_path)
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    reports.build(tmp_path)
    assert once == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    """Nothing is missing from the manifest but itself, and every digest is right."""
    reports.build(journal(tmp_path, finished("passed", "RST-03")))
    entries = json.loads((tmp_path / "manifest.json").read_text())["files"]
    names = {path.name for path in tmp_path.iterdir()} - {"manifest.json"}
    assert {entry["path"] for entry in entries} == names
    for entry in entries:
        data = (tmp_path / entry["path"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["size"] == len(data)


def test_hostile_text_harms_no_report(tmp_path: Path) -> None:
    """Markup, formulas and control characters of a tenant stay text in every report."""
    told = {"expected": HOSTILE, "observed": HOSTILE, "name": HOSTILE, "reason": HOSTILE}
    reports.build(journal(tmp_path, finished("deviation", "NOT-01", **told)))
    assert "<script" not in (tmp_path / "compliance.html").read_text("utf-8").lower()
    case = ET.parse(tmp_path / "junit.xml").find(".//failure")  # noqa: S314 - our own file
    assert case is not None
    assert "alert" in case.attrib["message"]


def test_junit_counts_what_happened(tmp_path: Path) -> None:
    """Deviations are failures, harness failures errors, and what was not observed is skipped."""
    ends = ("passed", "deviation", "error", "inconclusive", "not-applicable")
    reports.build(journal(tmp_path, *(finished(each, "RST-03") for each in ends)))
    suite = ET.parse(tmp_path / "junit.xml").find("testsuite")  # noqa: S314 - our own file
    assert suite is not None
    counts = [suite.attrib[key] for key in ("tests", "failures", "errors", "skipped")]
    assert counts == ["5", "1", "1", "2"]


def test_a_folder_without_a_run_is_bad_input(tmp_path: Path) -> None:
    """A folder that holds no journal is refused in one line."""
    with pytest.raises(UsageError, match=r"events\.jsonl: cannot be read"):
        reports.build(tmp_path)
