"""How long the switch for administrators takes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.spreading import LATE, WITHIN, Formerly, switch_in_force

NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def _minutes_after(minutes: int) -> dt.datetime:
    return NOON + dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("on", [False, True])
def test_the_switch_holds_an_hour_after_it_was_turned(*, on: bool) -> None:
    """A second before the hour is over the old state holds, from the hour on the new one (D9)."""
    formerly = [Formerly(not on, NOON)]

    def at(after: dt.timedelta) -> bool:
        return switch_in_force(on=on, formerly=formerly, now=NOON + after, bent=STRAIGHT)

    assert [at(WITHIN - SECOND), at(WITHIN)] == [not on, on]


@given(st.lists(st.integers(0, 600), max_size=6).map(sorted), st.integers(0, 700))
def test_what_holds_is_what_stood_an_hour_ago(turned: list[int], now: int) -> None:
    """However often it is turned, the state in force is the one of an hour before (A17)."""
    formerly = [Formerly(n % 2 == 0, _minutes_after(at)) for n, at in enumerate(turned)]
    holds = switch_in_force(
        on=len(turned) % 2 == 0, formerly=formerly, now=_minutes_after(now), bent=STRAIGHT
    )
    assert holds is (sum(at <= now - 60 for at in turned) % 2 == 0)


def test_a_late_switch_takes_three_hours() -> None:
    """Bent, the old state still holds when the hour is over, and the new one comes in the end."""
    bent, formerly = Bent.of("admin-switch-late"), [Formerly(on=True, until=NOON)]
    times = (NOON + WITHIN, NOON + LATE)
    held = [switch_in_force(on=False, formerly=formerly, now=t, bent=bent) for t in times]
    assert held == [True, False]


def test_a_lost_switch_never_brings_it_back() -> None:
    """Bent, having been off once is being off for good."""
    bent = Bent.of("admin-switch-never-back")
    formerly = [Formerly(on=True, until=NOON), Formerly(on=False, until=NOON + LATE)]
    assert not switch_in_force(on=True, formerly=formerly, now=NOON + 3 * LATE, bent=bent)
    assert switch_in_force(on=True, formerly=[], now=NOON, bent=bent)
