"""Resetting a forgotten password."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

# S1: rolled out between these days; within them either is right.
CAPTCHA_GOING = dt.date(2026, 7, 20)
CAPTCHA_GONE = dt.date(2026, 8, 31)
REQUIRED = "methods.required_to_reset"


@when("the user asks for a password reset", target_fixture="reset")
@when("the administrator asks for a password reset", target_fixture="reset")
def _ask(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user)


@when("the user resets the password", target_fixture="reset")
@when("the administrator resets the password", target_fixture="reset")
def _reset(stage: Stage, user: Actor) -> ResetStory:
    return stage.reset(user)


@then("the page says that the password has been reset")
def _says_so(reset: ResetStory) -> None:
    _completed(reset)


@then("the page asks for the characters in a picture only before their removal")
def _captcha(stage: Stage, reset: ResetStory) -> None:
    today = stage.tenant.clock.today()
    if CAPTCHA_GOING <= today < CAPTCHA_GONE:
        raise Inconclusive("Microsoft is removing the picture in these weeks.")
    due = today < CAPTCHA_GOING
    expect(
        reset.captcha is due,
        f"On {today} the page {'asks' if due else 'does not ask'} for a picture.",
        f"It {'asks' if reset.captcha else 'does not ask'} for one.",
    )


@then("the user passed as many verification steps as the policy asks")
def _enough_steps(stage: Stage, reset: ResetStory) -> None:
    required = stage.policy.methods.required_to_reset
    _completed(reset)
    expect(
        len(reset.passed) == required,
        f"The reset takes {required} verification steps.",
        f"It took {len(reset.passed)}: {', '.join(reset.passed) or 'none'}.",
        REQUIRED,
    )


@then("no method served twice")
def _all_different(reset: ResetStory) -> None:
    methods = [proof.method for proof in reset.passed]
    expect(
        len(set(methods)) == len(methods),
        "Each verification step is passed by another method.",
        f"The steps were passed by {', '.join(methods)}.",
        REQUIRED,
    )


def _completed(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.RESET,
        "The page says that the password has been reset.",
        str(reset),
        "enablement.enabled",
    )
