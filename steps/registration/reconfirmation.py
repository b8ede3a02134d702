"""Being asked to confirm what is registered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.cast.arranging import STEPS_OF_ADMINISTRATORS, register_for
from steps.cast.entrances import ADMINISTRATOR
from steps.cast.serving import listed
from steps.expect import applies, expect
from steps.weighing.witness import others_are_asked, others_are_left_alone, others_reset

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

AN_HOUR = dt.timedelta(hours=1)


@given("the user has registered methods that last until the reconfirmation")
def _registered_until_then(stage: Stage, user: Actor) -> None:
    register_for(stage, user, _interval(stage))


@when("the reconfirmation falls due in an hour")
def _before_due(stage: Stage) -> None:
    stage.tenant.capabilities.advance(_interval(stage) - AN_HOUR)


@when(parsers.parse("confirmation is wanted after {days:d} days"))
def _wanted_after(stage: Stage, days: int) -> None:
    stage.change_policy("registration", required_at_sign_in=True, reconfirm_after_days=days)


@when(parsers.parse("sign-in asks nobody to register and the days until confirmation are {days:d}"))
def _unasked(stage: Stage, days: int) -> None:
    stage.change_policy("registration", required_at_sign_in=False, reconfirm_after_days=days)


@when("the reconfirmation is an hour overdue")
def _overdue(stage: Stage) -> None:
    stage.tenant.capabilities.advance(_interval(stage) + AN_HOUR)


@given("the policy asks nobody to confirm")
def _nobody(stage: Stage) -> None:
    declared = stage.policy.registration.reconfirm_after_days
    applies(not declared, f"The policy asks for confirmation after {declared} days.")


@when(parsers.parse("{days:d} days pass"))
def _days_pass(stage: Stage, days: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(days=days))


def _interval(stage: Stage) -> dt.timedelta:
    declared = stage.policy.registration
    applies(
        declared.reconfirm_after_days and declared.required_at_sign_in,
        "The policy asks nobody to confirm.",
    )
    return dt.timedelta(days=declared.reconfirm_after_days)


@given("administrators need as many methods as users")
def _as_many(stage: Stage) -> None:
    applies(stage.policy.enablement.administrators, "The policy shuts administrators out.")
    required = stage.policy.methods.required_to_reset
    applies(required == STEPS_OF_ADMINISTRATORS, f"Users need {required} method.")


@when("the user signs in without being asked")
def _not_asked_so_far(stage: Stage, user: Actor) -> None:
    met = stage.sign_in(user)
    if met.asked_to_confirm or met.asked_to_register:
        raise Inconclusive("The user was asked before (see REG-09, REG-10).")


@when("the user is asked to confirm and leaves", target_fixture="left")
def _leaves(stage: Stage, user: Actor) -> SignInStory:
    story = stage.leave_unconfirmed(user)
    if not story.asked_to_confirm:
        raise Inconclusive("Nobody was asked to confirm anything (see REG-10).")
    return story


@then("the administrator is asked to confirm the security info")
def _administrator_asked(stage: Stage, sign_in: SignInStory) -> None:
    asked = sign_in.asked_to_confirm or sign_in.asked_to_register
    if not asked:
        others_are_asked(stage, _as_administrator)
    expect(
        asked,
        "Administrators too are asked to confirm the security info.",
        "Nobody asks.",
        "registration.reconfirm_after_days",
    )


def _as_administrator(stage: Stage, actor: Actor) -> None:
    stage.directory.roles.assign(actor.person, ADMINISTRATOR)


@then("the page that asks for confirmation lists what the user has registered")
def _reviewed(user: Actor, left: SignInStory) -> None:
    expect(
        user.given <= left.reviewed,
        f"The page lists {listed(user.given)}.",
        f"It lists {listed(left.reviewed)}.",
    )


@then("the user is asked to confirm the security info")
def _asked_to_confirm(stage: Stage, sign_in: SignInStory) -> None:
    asked = sign_in.asked_to_confirm or sign_in.asked_to_register
    if not asked:
        others_are_asked(stage)
    expect(
        asked,
        "The user is asked to confirm the security info.",
        "Nobody asks.",
        "registration.reconfirm_after_days",
    )


@then("the user is not asked to confirm the security info")
def _not_asked_to_confirm(stage: Stage, sign_in: SignInStory) -> None:
    asked = sign_in.asked_to_confirm or sign_in.asked_to_register
    if asked:
        others_are_left_alone(stage)
    expect(
        not asked,
        "The user is not asked to confirm the security info.",
        "The user was asked.",
        "registration.reconfirm_after_days",
    )


@then("the user is asked to verify all the same")
def _serves(stage: Stage, reset: ResetStory) -> None:
    admitted = reset.ending is Ending.ADMITTED
    if not admitted:
        others_reset(stage, reset)
    expect(
        admitted,
        "What was registered serves, and the user is asked to verify.",
        str(reset),
    )
