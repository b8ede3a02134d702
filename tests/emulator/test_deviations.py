"""The list of deviations is honest: each name bends exactly one rule."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from emulator.deviations import DEVIATIONS, NAMES, STRAIGHT, Bent

EMULATOR = Path(__file__).parents[2] / "emulator"


@cache
def _questions() -> Counter[str]:
    code = "\n".join(path.read_text("utf-8") for path in EMULATOR.rglob("*.py"))
    return Counter({name: code.count(f'"{name}"') for name in NAMES})


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_deviation_is_asked_for_at_one_place(name: str) -> None:
    """A deviation bends one rule, so its name stands once in the emulator's code."""
    assert _questions()[name] == 1


def test_names_are_unique_and_said_in_one_sentence() -> None:
    """No two deviations share a name, and each is told in one sentence."""
    assert len(NAMES) == len(DEVIATIONS)
    for spec in DEVIATIONS:
        assert spec.sentence.endswith(".")
        assert "\n" not in spec.sentence


def test_an_unknown_name_is_refused() -> None:
    """Only what the list has can be switched on."""
    with pytest.raises(ValueError, match="no deviation is called 'nonsense'"):
        Bent.of("user-mail-missing", "nonsense")


def test_a_straight_tenant_bends_nothing() -> None:
    """Without a request nothing deviates."""
    assert not STRAIGHT


def test_a_deviation_is_met_only_where_its_case_is() -> None:
    """Of several cases one that is given and whose deviation is switched on suffices."""
    bent = Bent.of("reset-changes-nothing")
    assert bent.meets({"user-mail-missing": True, "reset-changes-nothing": True})
    assert not bent.meets({"user-mail-missing": True, "reset-changes-nothing": False})


def test_what_takes_reading_is_asked_under_its_deviation_alone() -> None:
    """A case that is given as a question costs nothing where its deviation is off."""
    asked: list[str] = []
    cases = {name: lambda name=name: not asked.append(name) for name in ("none-ignored", "x")}
    assert Bent.of("none-ignored").meets(cases)
    assert not STRAIGHT.meets(cases)
    assert asked == ["none-ignored"]
