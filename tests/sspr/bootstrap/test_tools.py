"""Calling the programs of the set-up."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from sspr.bootstrap.tools import ToolFailed, call

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_program_prints_comes_back() -> None:
    """Its standard output is the answer."""
    assert call(sys.executable, "-c", "print('here')").strip() == "here"


def test_a_failing_program_is_told_by_the_line_that_names_the_error() -> None:
    """Of much that it said, the first line with an error is kept."""
    words = "import sys; print('hello\\nERROR: no room\\nbye', file=sys.stderr); sys.exit(3)"
    with pytest.raises(ToolFailed, match=r"^ERROR: no room$"):
        call(sys.executable, "-c", words)


def test_a_program_that_fails_in_silence_is_told_as_such() -> None:
    """The text is never empty."""
    with pytest.raises(ToolFailed, match="it said nothing"):
        call(sys.executable, "-c", "raise SystemExit(3)")


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The text holds its path."""
    with pytest.raises(ToolFailed, match="nowhere"):
        call(tmp_path / "nowhere")
