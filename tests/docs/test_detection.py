"""The published table of deviations is complete."""

from __future__ import annotations

import re
from pathlib import Path

from emulator.deviations import DEVIATIONS
from sspr.requirements import load_catalogue

TABLE = Path(__file__).parents[2] / "docs" / "detection.md"


def test_every_deviation_has_its_line() -> None:
    """Each deviation of the emulator stands in its chapter's table, in the order of the files."""
    told = re.findall(
        r"^\| `([a-z0-9-]+)`: .* \| ([A-Z]{3}-\d\d) \| (?:yes|\*\*no\*\*) \|",
        TABLE.read_text("utf-8"),
        re.MULTILINE,
    )
    chapters = [*dict.fromkeys(each.id[:3] for each in load_catalogue())]
    specs = sorted(DEVIATIONS, key=lambda each: chapters.index(each.requirement[:3]))
    assert told == [(spec.name, spec.requirement) for spec in specs]
