"""Being asked to register at sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from sspr.errors import Inconclusive
from steps.cast.arranging import register_one
from steps.expect import applies, expect
from steps.weighing.witness import others_are_asked

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

BOTH = 2
SETTING = "registration.required_at_sign_in"


@given("sign-in asks for registration")
def _sign_in_asks(stage: Stage) -> None:
    applies(stage.policy.registration.required_at_sign_in, "The policy does not ask at sign-in.")


@given("sign-in asks for registration and a reset needs two methods")
def _asks_for_two(stage: Stage) -> None:
    _sign_in_asks(stage)
    applies(stage.policy.methods.required_to_reset == BOTH, "A reset needs one method.")


@when("sign-in no longer asks for registration")
def _no_longer(stage: Stage) -> None:
    stage.change_policy("registration", required_at_sign_in=False)


@then("the user could skip the registration")
def _could_skip(sign_in: SignInStory) -> None:
    if not sign_in.asked_to_register:
        raise Inconclusive("Nobody asks the user to register (see REG-01).")
    expect(
        sign_in.could_skip and sign_in.signed_in,
        "The user can put it off and is signed in.",
        "There is no way past it.",
        SETTING,
    )


@when(parsers.parse("the user signs in and puts it off {number:d} times"))
def _put_off(stage: Stage, user: Actor, number: int) -> None:
    for _ in range(number):
        if not stage.sign_in(user).asked_to_register:
            raise Inconclusive("Nobody asks the user to register (see REG-01).")


@when("the user comes to the registration pages again", target_fixture="registration")
def _again(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.register(user)


@when("the user signs in and later opens another application", target_fixture="later")
def _another_application(stage: Stage, user: Actor) -> RegistrationStory:
    return stage.sign_in_twice(user)


@then("the user is asked to register only the first time")
def _only_once(later: RegistrationStory) -> None:
    expect(
        not later.asked_at_sign_in,
        "Within one session the user is asked once.",
        "The user was asked again.",
        SETTING,
    )


@then("the user is asked to register if the policy requires it")
def _asked(stage: Stage, sign_in: SignInStory) -> None:
    required = stage.policy.registration.required_at_sign_in
    expect(
        sign_in.asked_to_register is required,
        f"The user is {'' if required else 'not '}asked to register.",
        f"The user was {'' if sign_in.asked_to_register else 'not '}asked to register.",
        SETTING,
    )


@then("the user is asked to register what is missing")
def _asked_for_missing(stage: Stage, sign_in: SignInStory) -> None:
    if not sign_in.asked_to_register:
        others_are_asked(stage)
    expect(
        sign_in.asked_to_register,
        "Who has one of two methods is asked for the other.",
        "The user was not asked to register.",
        "methods.required_to_reset",
    )


@then("the user is asked to register the second")
def _asked_for_second(stage: Stage, sign_in: SignInStory) -> None:
    if not sign_in.asked_to_register:
        others_are_asked(stage, register_one)
    expect(
        sign_in.asked_to_register,
        "Who has too few methods is asked, whatever was enough before.",
        "The user was not asked to register.",
        "methods.required_to_reset",
    )


@then("the user is not asked to register")
@then("the user is not asked to register again")
def _not_asked(sign_in: SignInStory) -> None:
    if not (sign_in.signed_in or sign_in.asked_to_register):
        raise Inconclusive("The user did not get as far as to be asked or let in.")
    expect(
        not sign_in.asked_to_register,
        "The user is not asked to register.",
        "The user was asked.",
        SETTING,
    )
