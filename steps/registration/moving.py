"""Moving to another address or number, and what becomes of the former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from sspr.policy import Method
from sspr.wanted import Wanted
from steps.cast.actor import CODE
from steps.expect import expect
from steps.reset.course import proved
from steps.weighing.witness import others_prove

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from pages.proof import Proof
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@given("the user has changed the email address before")
def _has_changed_email(stage: Stage, user: Actor) -> None:
    _change(stage, user, Method.EMAIL)


@when("the user changes the email address", target_fixture="registration")
def _change_email(stage: Stage, user: Actor) -> RegistrationStory:
    return _change(stage, user, Method.EMAIL)


@when("the user tries to change the email address", target_fixture="registration")
def _try_to_change(stage: Stage, user: Actor) -> RegistrationStory:
    story = stage.change(user, Method.EMAIL)
    if not user.former_contact:
        raise Inconclusive(f"There was nothing to change. {story.error}".strip())
    return story


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


@then("the proof by the new one was accepted")
def _new_accepted(stage: Stage, reset: ResetStory, proof: Proof) -> None:
    if reset.ending is Ending.REFUSED_PROOF:
        others_prove(stage, proof)
    proved(reset)
    expect(proof in reset.passed, f"The step was passed by: {proof}.", str(reset))


@then("the code reaches the new address and not the former one")
def _reaches_the_new(stage: Stage, user: Actor, reset: ResetStory) -> None:
    code = stage.inbox.find(Wanted(user.alternate_email, reset.began, CODE))
    _nothing_to_former(stage, user, reset)
    if code is None:
        raise Inconclusive(f"No code is mailed at all (see RST-25). {reset}")


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
