"""The page about the practice tenant is complete."""

from __future__ import annotations

import re
from pathlib import Path

from emulator.control.api import ROUTES
from emulator.faults import PROFILES

PAGE = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text(encoding="utf-8")


def test_every_request_of_the_control_api_is_told() -> None:
    """The table has each method and path, and no other."""
    told = set(re.findall(r"^\| `([A-Z]+ /api/[^`?]+)", PAGE, re.MULTILINE))
    methods = {"GET", "POST", "PUT", "DELETE"}
    known = {f"{m} /api{r.path}" for r in ROUTES for m in methods & (r.methods or set())}
    assert told == known


def test_every_fault_profile_is_told() -> None:
    """The table has each profile, and no other."""
    table = PAGE.partition("| profile |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == set(PROFILES)
