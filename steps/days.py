"""On which day a scenario plays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, when

from steps.expect import applies

if TYPE_CHECKING:
    from steps.stage import Stage

NOON = dt.time(12, tzinfo=dt.UTC)  # far from midnight, wherever the tenant counts its days


@given(parsers.parse("the day is {day}"))
@when(parsers.parse("the day becomes {day}"))
def _the_day(stage: Stage, day: str) -> None:
    clock, wanted = stage.tenant.clock, dt.date.fromisoformat(day)
    applies(clock.today() <= wanted, f"The tenant's clock has passed {wanted}.")
    if clock.today() < wanted:
        stage.tenant.capabilities.advance(dt.datetime.combine(wanted, NOON) - clock.now())
