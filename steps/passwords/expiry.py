"""How long passwords last."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from sspr.directory.policies import NEVER_DAYS
from steps.expect import applies, expect
from steps.weighing.presumed import got_past_registration

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

EXEMPT = {"password_policies": "DisablePasswordExpiration"}  # E6
NOT_EXEMPT = {"password_policies": "None"}  # E7


@given("the domain lets passwords last for ever")
def _for_ever(stage: Stage) -> None:
    days = stage.directory.policies.password_validity_days()
    applies(days >= NEVER_DAYS, f"The domain lets passwords last {days} days.")


@given(parsers.parse("the domain lets passwords last {days:d} days"))
def _for_days(stage: Stage, days: int) -> None:
    stage.directory.policies.let_passwords_last(days)


@given("the user's password is exempt from that")
def _exempt(stage: Stage, user: Actor) -> None:
    stage.directory.users.update(user.person, **EXEMPT)


@when("the user's password is exempt from that no longer")
def _no_longer_exempt(stage: Stage, user: Actor) -> None:
    stage.directory.users.update(user.person, **NOT_EXEMPT)


@when(parsers.parse("{days:d} days pass"))
def _days_pass(stage: Stage, days: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(days=days))


@when(parsers.parse("the user resets the password after {days:d} days"), target_fixture="reset")
def _resets_after(stage: Stage, user: Actor, days: int) -> ResetStory:
    stage.tenant.capabilities.advance(dt.timedelta(days=days))
    return stage.reset(user)


@then("the user did not have to choose a new password")
def _need_not(sign_in: SignInStory) -> None:
    got_past_registration(sign_in)
    expect(
        sign_in.signed_in and not sign_in.had_to_change,
        "The user is signed in and keeps the password.",
        "A new password was wanted." if sign_in.had_to_change else f"It says: {sign_in.error}",
    )


@then("the user had to choose a new password as the old one had expired")
def _expired(sign_in: SignInStory) -> None:
    expect(sign_in.had_to_change, "A new password is wanted.", "The old one signs in.")
