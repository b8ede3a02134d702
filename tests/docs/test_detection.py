"""The published table of deviations is complete."""

from __future__ import annotations

import re
from pathlib import Path

from emulator.deviations import DEVIATIONS

TABLE = Path(__file__).parents[2] / "docs" / "detection.md"


def test_every_deviation_has_its_line() -> None:
    """Each deviation of the emulator stands in the table, caught or not, in the files' order."""
    told = re.findall(
        r"^\| `([a-z0-9-]+)`: .* \| ([A-Z]{3}-\d\d) \| (?:yes|\*\*no\*\*) \|",
        TABLE.read_text("utf-8"),
        re.MULTILINE,
    )
    assert told == [(spec.name, spec.requirement) for spec in DEVIATIONS]
