"""The spreadsheet of a run is read by any program, and calculates nothing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import reports
from reports.spreadsheet import inert
from tests.reports.journals import finished, journal

if TYPE_CHECKING:
    from pathlib import Path


def test_the_spreadsheet_has_one_line_a_requirement(tmp_path: Path) -> None:
    """The CSV is read back by any reader, and no cell begins a formula."""
    told = {"observed": "=cmd|' /C calc'!A0"}
    reports.build(journal(tmp_path, finished("deviation", "NOT-01", "RST-03", **told)))
    text = (tmp_path / "compliance.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["RST-03", "NOT-01"]
    assert rows[1]["observed"] == "'=cmd|' /C calc'!A0"
    assert rows[1]["declared"] == "notifications.users = true"


@given(text=st.text() | st.from_regex(r"[ ]*[=+@\t\r\n|%-].*", fullmatch=True))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a cell holds, a spreadsheet shows it and calculates nothing; text stays readable."""
    assert not inert(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert inert(text).removeprefix("'") == text.removeprefix("'") or text.startswith("'")
