"""Moving to another address or number, and what becomes of the former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage


@when("the user changes the email address", target_fixture="registration")
def _change_email(stage: Stage, user: Actor) -> RegistrationStory:
    return _change(stage, user, Method.EMAIL)


@when("the user changes the phone number", target_fixture="registration")
def _change_number(stage: Stage, user: Actor) -> RegistrationStory:
    return _change(stage, user, Method.MOBILE_PHONE)


def _change(stage: Stage, user: Actor, method: Method) -> RegistrationStory:
    story = stage.change(user, method)
    if method not in story.registered:
        raise Inconclusive(f"It could not be changed. {story.error}".strip())
    return story


@when("the user types the former phone number")
def _types_former(user: Actor) -> None:
    user.habits.number = user.former_contact


@then("no code reaches the former address")
def _nothing_to_former(stage: Stage, user: Actor, reset: ResetStory) -> None:
    def check() -> None:
        mails = stage.inbox.everything(reset.began)
        codes = [mail for mail in mails if mail.code and user.former_contact in mail.to]
        expect(
            not codes,
            "No code is mailed to the address of before.",
            f"{len(codes)} came to {user.former_contact}.",
        )

    stage.inbox.when_silent(reset.began, check)
