"""On which day a scenario plays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers

from steps.expect import applies

if TYPE_CHECKING:
    from steps.cast.stage import Stage

NOON = dt.time(12, tzinfo=dt.UTC)  # far from midnight, wherever the tenant counts its days


ENDING = dt.timedelta(minutes=10)  # before midnight, so that the day outlasts the scenario


def _evening(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(tzinfo=dt.UTC)) + dt.timedelta(days=1) - ENDING


@given(parsers.parse("the day is {day}"))
def _the_day(stage: Stage, day: str) -> None:
    move_to(stage, day)


def move_to(stage: Stage, day: str) -> None:
    """
    Go on at noon of ``day``, written as ``2027-02-28``, or now where it is that day already.

    Raises:
        NotApplicable: The tenant's clock has passed it, or nearly.
        Inconclusive: The tenant's clock cannot be moved.
    """
    clock, wanted = stage.tenant.clock, dt.date.fromisoformat(day)
    applies(clock.now() < _evening(wanted), f"The tenant's clock has passed {wanted}, or nearly.")
    if clock.today() < wanted:
        stage.tenant.capabilities.advance(dt.datetime.combine(wanted, NOON) - clock.now())
