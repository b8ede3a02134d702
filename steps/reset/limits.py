"""How long a reset and its codes last, and how time passes until the user comes back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from steps.cast.serving import nothing_ended
from steps.expect import expect
from steps.reset.course import proved
from steps.weighing.presumed import let_in
from steps.weighing.witness import served_at_once, wrong_ones_are_refused

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.proof import Proof
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given(parsers.parse("the user types each code after {minutes:d} minutes"))
def _late(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.pause = dt.timedelta(minutes=minutes)


@given(parsers.parse("the user types each code of the app after {minutes:d} minutes"))
def _late_app(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.app_pause = dt.timedelta(minutes=minutes)


@then("the old code is refused")
def _old_code(stage: Stage, user: Actor, proof: Proof, reset: ResetStory) -> None:
    let_in(reset)
    if reset.passed:
        wrong_ones_are_refused(stage, user, proof)
    expect(
        reset.ending in {Ending.REFUSED_PROOF, Ending.BLOCKED} and not reset.passed,
        "A code as old as that is refused.",
        str(reset),
    )


@then("this proof was accepted in time")
def _accepted_in_time(stage: Stage, user: Actor, proof: Proof, reset: ResetStory) -> None:
    served_at_once(stage, user, proof, reset)
    proved(reset)
    expect(proof in reset.passed, f"The step was passed in time by: {proof}.", str(reset))


@given(parsers.parse("the user takes {minutes:d} minutes to choose a new password"))
def _hesitates(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.hesitation = dt.timedelta(minutes=minutes)


@when(parsers.re(r"the user comes back after (?P<number>\d+) (?P<unit>hours|minutes)"))
def _back_after(stage: Stage, user: Actor, number: str, unit: str) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(**{unit: int(number)}))
    nothing_ended(stage, user.given)


@when(parsers.parse("{seconds:d} seconds pass"))
def _seconds_pass(stage: Stage, seconds: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(seconds=seconds))


@when(parsers.parse("{hours:d} hours pass"))
def hours_pass(stage: Stage, user: Actor, hours: int) -> None:
    """Let the tenant's clock move on, after which the user makes no mistake any more."""
    _back_after(stage, user, str(hours), "hours")
    user.habits.wrong_codes = 0
