"""The tenant's clock and the behaviours that hang on its day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.clock import Clock
from emulator.deviations import Bent
from emulator.timeline import BEGAN, Era, Timeline

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@given(DAYS)
def test_a_clock_shows_the_day_it_was_set_to(day: dt.date) -> None:
    """A clock set to a day shows that day, at the machine's time of day."""
    shown = Clock.on(day).now()
    assert abs(shown.date() - day) <= dt.timedelta(days=1)  # the test may cross midnight
    assert shown.utcoffset() == dt.timedelta()


@given(st.timedeltas(dt.timedelta(), dt.timedelta(days=800)))
def test_moving_the_clock_moves_it_by_exactly_that(by: dt.timedelta) -> None:
    """What the clock is moved by is what its offset grows by."""
    clock = Clock()
    clock.advance(by)
    assert clock.offset == by


def test_time_does_not_go_back() -> None:
    """A clock refuses to be moved into the past."""
    with pytest.raises(ValueError, match="moved back"):
        Clock().advance(dt.timedelta(seconds=-1))


@given(DAYS, st.sampled_from(Era))
def test_an_era_holds_from_its_first_day_on(day: dt.date, era: Era) -> None:
    """A behaviour holds on the day it began and on every later one, and on none before."""
    assert Timeline(day).has(era) is (day >= BEGAN[era])


def test_every_era_has_its_day() -> None:
    """No behaviour is named without the day it began."""
    assert set(BEGAN) == set(Era)


def test_a_behaviour_can_miss_its_time() -> None:
    """What a deviation keeps from beginning does not hold on its day, and all else does."""
    missed = Era.NO_SECURITY_QUESTIONS
    late = Timeline(BEGAN[missed], Bent.of("retired-questions-serve"))
    assert not late.has(missed)
    assert all(late.has(other) for other in Era if other != missed and BEGAN[other] <= late.day)


@pytest.mark.parametrize(
    ("name", "era", "days"),
    [
        ("registered-only-a-day-early", Era.REGISTERED_ONLY, -1),
        ("telephony-ends-a-day-late", Era.NO_SMS_OR_VOICE, 1),
    ],
)
def test_a_behaviour_can_begin_on_another_day(name: str, era: Era, days: int) -> None:
    """What a deviation moves begins so many days off, and nothing else is moved."""
    bent = Bent.of(name)
    began = BEGAN[era] + dt.timedelta(days=days)
    assert Timeline(began, bent).has(era)
    assert not Timeline(began - dt.timedelta(days=1), bent).has(era)
    for other in set(Era) - {era}:
        eve = BEGAN[other] - dt.timedelta(days=1)
        assert (Timeline(eve, bent).has(other), Timeline(BEGAN[other], bent).has(other)) == (
            False,
            True,
        )
