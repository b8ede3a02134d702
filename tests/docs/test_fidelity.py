"""docs/fidelity.md accounts for every statement, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COUNTS = {"A": 20, "B": 58, "C": 44, "D": 15, "E": 23, "F": 15, "G": 10, "H": 16}
COUNTS |= {"I": 13, "J": 22, "K": 18}
STATEMENTS = [f"{group}{number}" for group, n in COUNTS.items() for number in range(1, n + 1)]


def _rows() -> dict[str, tuple[str, str, str, str]]:
    text = (ROOT / "docs" / "fidelity.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-K]\d+) \|(.*)\|$", text, re.MULTILINE)
    return {key: _cells(rest) for key, rest in rows}


def _cells(rest: str) -> tuple[str, str, str, str]:
    statement, built, tested, note = (cell.strip() for cell in re.split(r"(?<!\\)\|", rest))
    return statement, built, tested, note


def _paths(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_statement_has_one_row() -> None:
    """The table has each of the 254 statements, and nothing else."""
    assert sorted(_rows()) == sorted(STATEMENTS)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_row_names_files_that_exist_or_a_reason(statement: str) -> None:
    """A built statement names its rule and its test; one that is not built gives its reason."""
    _, built, tested, note = _rows()[statement]
    if built:
        assert _paths(built), f"{statement}: Built names no file"
        assert _paths(tested), f"{statement}: Tested names no file"
        for path in [*_paths(built), *_paths(tested)]:
            assert (ROOT / path).is_file(), f"{statement}: there is no file {path}"
    else:
        assert note, f"{statement}: not built, and no reason given"
