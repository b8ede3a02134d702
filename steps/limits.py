"""How long a reset and its codes last, and how often somebody may fail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

FAILURES = 6  # C20 to C24: the documents disagree between the fifth and the sixth


@given(parsers.parse("the user types each code after {minutes:d} minutes"))
def _late(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.pause = dt.timedelta(minutes=minutes)


@given(parsers.parse("the user takes {minutes:d} minutes to choose a new password"))
def _hesitates(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.hesitation = dt.timedelta(minutes=minutes)


@when(
    parsers.parse("the user mistypes {number:d} codes and resets the password"),
    target_fixture="reset",
)
def _mistypes_some(stage: Stage, user: Actor, number: int) -> ResetStory:
    user.habits.wrong_codes = number
    return stage.reset(user, tries=number + 1)


@when(parsers.parse("the user tries to verify {number:d} times"), target_fixture="reset")
def _tries(stage: Stage, user: Actor, number: int) -> ResetStory:
    return stage.reset(user, tries=number)


@when(parsers.parse("{seconds:d} seconds pass"))
def _seconds_pass(stage: Stage, seconds: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(seconds=seconds))


@when(parsers.parse("{hours:d} hours pass"))
def _hours_pass(stage: Stage, user: Actor, hours: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(hours=hours))
    user.habits.wrong_codes = 0


@then("the user is blocked")
def _blocked(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.BLOCKED and reset.refused_proofs <= FAILURES,
        f"The user is blocked by failure {FAILURES} at the latest.",
        f"{reset} {reset.refused_proofs} proofs were refused.",
    )
