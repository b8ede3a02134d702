"""Waivers: who accepted which deviation, why, and until when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from sspr.errors import UsageError
from sspr.verdict import Verdict, waived
from sspr.waivers import load_waivers

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
[[waiver]]
requirement = "NOT-02"
reason = "The relay is being replaced."
by = "Dana Roth"
until = 2027-01-31
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_waiver_counts_up_to_its_last_day(tmp_path: Path) -> None:
    """On the last day it still counts, on the next no more."""
    (waiver,) = load_waivers(_file(tmp_path, GOOD))
    assert waiver.counts_on(dt.date(2027, 1, 31))
    assert not waiver.counts_on(dt.date(2027, 2, 1))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (GOOD.replace("NOT-02", "NOT-99"), "no requirement is called NOT-99"),
        (GOOD * 2, "NOT-02 is waived twice"),
        (GOOD.replace("2027-01-31", '"soon"'), "until"),
        (GOOD.replace('"Dana Roth"', '" "'), "by"),
        (GOOD + "what = 1", "what is not a key"),
        (
            "\n".join(line for line in GOOD.splitlines() if "reason" not in line),
            "reason is missing",
        ),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """A waiver needs a known requirement, a reason, a name and a day, each requirement once."""
    with pytest.raises(UsageError, match=complaint):
        load_waivers(_file(tmp_path, text))


@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.DEVIATION])
def test_only_deviations_are_waived(verdict: Verdict) -> None:
    """What was not observed, or is compliant, stays what it is."""
    waiver = {"reason": "r", "by": "b", "until": "2027-01-31", "expired": False}
    assert waived(verdict, "why", waiver) == (verdict, "why")


def test_the_line_of_the_wrong_waiver_is_named(tmp_path: Path) -> None:
    """The second waiver's missing reason is told with the line where that waiver begins."""
    second = GOOD.replace("NOT-02", "NOT-03").replace(
        'reason = "The relay is being replaced."\n', ""
    )
    with pytest.raises(UsageError, match=r"waivers\.toml:8: waiver\.1\.reason is missing"):
        load_waivers(_file(tmp_path, GOOD + second))
