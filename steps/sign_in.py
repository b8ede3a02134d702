"""Signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.actor import Actor
    from steps.stage import Stage


@when("the user signs in", target_fixture="sign_in")
def _sign_in(stage: Stage, user: Actor) -> SignInStory:
    return stage.sign_in(user)


@when("the user signs in with the new password", target_fixture="sign_in")
def _with_new(stage: Stage, user: Actor, reset: ResetStory) -> SignInStory:
    _needs(reset)
    return stage.sign_in(user)


@when("the user signs in with the old password", target_fixture="sign_in")
def _with_old(stage: Stage, user: Actor, reset: ResetStory) -> SignInStory:
    _needs(reset)
    user.change_to(user.former_password)
    return stage.sign_in(user)


@then("the user is signed in")
def _signed_in(sign_in: SignInStory) -> None:
    expect(sign_in.signed_in, "The user is signed in.", f"The page says: {sign_in.error}")


@then("the sign-in is refused")
def _refused(sign_in: SignInStory) -> None:
    expect(
        not sign_in.signed_in and sign_in.error,
        "The sign-in is refused.",
        "The user was signed in." if sign_in.signed_in else "It was broken off without a reason.",
    )


def _needs(reset: ResetStory) -> None:
    """Without a completed reset there is no new password to speak of."""
    if reset.ending is not Ending.RESET:
        raise Inconclusive(f"There is no new password. {reset}")
