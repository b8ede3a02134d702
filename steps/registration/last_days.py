"""
What serves until a day and no longer.

What does not serve on the last day may have ended early, or never have served: a look before tells
which promise is broken. So does a look a month later, where something still serves on the day
after.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.proof import BY_NUMBER, Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.cast.serving import allowed
from steps.expect import expect
from steps.people.days import move_to
from steps.registration.security_info import come_back
from steps.weighing.presumed import enabled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.managing import ManagingStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

    Serving = Callable[[ResetStory], bool]

A_MONTH = dt.timedelta(days=31)
METHODS = "methods.allowed"
TEN_MINUTES = 10


def _by_telephone(story: ResetStory) -> bool:
    return bool(BY_NUMBER & set(story.first_offer))


def _by_questions(story: ResetStory) -> bool:
    return Proof.QUESTIONS in story.first_offer


def _admitted(story: ResetStory) -> bool:
    return story.ending is Ending.ADMITTED


def _not_blocked(story: ResetStory) -> bool:
    return story.ending is not Ending.BLOCKED


@given("a text or a call was offered until now")
def _telephony_so_far(stage: Stage, user: Actor) -> None:
    allowed(stage, Method.MOBILE_PHONE)
    _so_far(stage, user, _by_telephone, "RST-26 and RST-27")


@given("security questions were offered until now")
def _questions_so_far(stage: Stage, user: Actor) -> None:
    _so_far(stage, user, _by_questions, "RST-31")


@given("the data of the directory served until now")
def _data_so_far(stage: Stage, user: Actor) -> None:
    _so_far(stage, user, _admitted, "RST-21")


def _so_far(stage: Stage, user: Actor, serves: Serving, owner: str) -> None:
    reset = stage.ask_for_reset(user)
    if not serves(reset):
        raise Inconclusive(f"It did not serve before (see {owner}). {reset}")


@when(parsers.parse("the user asks for a password reset on {day}"), target_fixture="reset")
def _ask_on(stage: Stage, user: Actor, day: str) -> ResetStory:
    move_to(stage, day)
    return stage.ask_for_reset(user)


@then("from this day on neither a text nor a call is offered")
def _telephony_over(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _over(stage, user, reset, _by_telephone, "RST-36")


@then("from this day on the reset offers no answers to security questions")
def _questions_over(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _over(stage, user, reset, _by_questions, "RST-37")


@then("from this day on the data of the directory does not serve")
def _data_over(stage: Stage, user: Actor, reset: ResetStory) -> None:
    _over(stage, user, reset, _not_blocked, "RST-10")


def _over(stage: Stage, user: Actor, reset: ResetStory, lasts: Serving, owner: str) -> None:
    enabled(reset)
    late = lasts(reset)
    if late:
        stage.tenant.capabilities.advance(A_MONTH)
        later = stage.ask_for_reset(user)
        if lasts(later):
            raise Inconclusive(f"It never ends, which is another promise (see {owner}). {later}")
    expect(not late, "It serves no longer.", str(reset), METHODS)


@then("from this day on the second factor has to be shown again")
def _factor_over(stage: Stage, user: Actor, managing: ManagingStory) -> None:
    late = not managing.proved_twice
    if late:
        stage.tenant.capabilities.advance(A_MONTH)
        if not come_back(stage, user, TEN_MINUTES).proved_twice:
            raise Inconclusive("It never has to, which is another promise (see REG-24).")
    expect(
        not late,
        "A second factor that was shown ten minutes ago is asked for again.",
        "The security info opens without it.",
    )
