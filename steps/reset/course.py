"""Resetting a forgotten password: how it begins and how it ends."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_bdd import given, then, when

from pages.hosts import LOGIN, MY_ACCOUNT
from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from steps.expect import applies, expect
from steps.weighing.presumed import let_in, was_reset

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# S1: rolled out between these days; within them either is right.
CAPTCHA_GOING = dt.date(2026, 7, 20)
CAPTCHA_GONE = dt.date(2026, 8, 31)


@when("the user asks for a password reset", target_fixture="reset")
@when("the administrator asks for a password reset", target_fixture="reset")
def _ask(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user)


@given("the user has reset the password before")
def _has_reset(stage: Stage, user: Actor) -> None:
    was_reset(stage.reset(user))


@when("the user resets the password", target_fixture="reset")
def _reset(stage: Stage, user: Actor) -> ResetStory:
    return stage.reset(user)


@when("the user succeeds in resetting the password")
def _succeed(stage: Stage, user: Actor) -> None:
    was_reset(stage.reset(user))


@when("the administrator resets the password", target_fixture="reset")
def _administrator_resets(stage: Stage, user: Actor) -> ResetStory:
    admitted = stage.policy.enablement.administrators
    applies(admitted, "The policy shuts administrators out.")
    return stage.reset(user)


@when("the user gives the mail address instead of the account name", target_fixture="reset")
def _mail_address(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(account=user.person.mail))


@when("the user gives the former account name", target_fixture="reset")
def _former_name(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(account=user.former_account))


@when(
    "the user asks for a password reset with a browser that keeps no cookies",
    target_fixture="reset",
)
def _without_cookies(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(cookies=False))


@when("the user gives a wrong answer to the picture", target_fixture="reset")
def _wrong_answer(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(captcha="0"))


@when("the user gives no answer to the picture", target_fixture="reset")
def _no_answer(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(captcha=" "))


@when("the user gives wrong answers to two pictures", target_fixture="reset")
def _wrong_answers(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(captcha="0", pictures=2))


@when("the user comes from the sign-in page and resets the password", target_fixture="reset")
def _from_sign_in(stage: Stage, user: Actor) -> ResetStory:
    return stage.reset(user, address=MY_ACCOUNT)


@when("the user comes by the link for who cannot sign in", target_fixture="reset")
def _from_cannot_access(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(address=MY_ACCOUNT, cannot_access=True))


@when("the number of required methods is raised from one to two")
def _raised(stage: Stage) -> None:
    stage.change_policy("methods", required_to_reset=2)


@then("the page says that the password has been reset")
def _says_so(reset: ResetStory) -> None:
    completed(reset)


@then("that page leads back to the sign-in")
def _leads_back(reset: ResetStory) -> None:
    expect(
        urlsplit(reset.return_link).hostname == LOGIN,
        "The page that ends the reset leads back to the sign-in that it was asked for from.",
        f"It leads to {reset.return_link or 'nothing'}.",
    )


@then("this link brings the user to the reset")
def _led_to_reset(reset: ResetStory) -> None:
    expect(
        reset.ending is not Ending.ASTRAY,
        "The link of the sign-in page leads to the reset.",
        str(reset),
    )


@then("the reset ends with the page that says so")
def _ends_well(reset: ResetStory) -> None:
    let_in(reset)
    _says_reset(reset)


@then("the reset is completed in time")
def _in_time(reset: ResetStory) -> None:
    if reset.ending is Ending.REFUSED_PASSWORD:
        raise Inconclusive(f"{reset} It was not for want of time.")
    completed(reset)


@then("the reset is not completed")
def _not_completed(reset: ResetStory) -> None:
    let_in(reset)
    expect(
        reset.ending is not Ending.RESET,
        "The password is not reset.",
        "It was reset.",
    )


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


@then("the picture has to be read again")
def _again(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.UNKNOWN_ACCOUNT,
        "Nobody gets past the picture with a wrong answer.",
        str(reset),
    )


@then("the account name is not accepted")
def _name_refused(reset: ResetStory) -> None:
    expect(reset.ending is Ending.UNKNOWN_ACCOUNT, "The name is not accepted.", str(reset))


@then("the page carries a support code")
def _support_code(reset: ResetStory) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away. {reset}")
    expect(reset.support_code, "The page carries a support code.", "It carries none.")


def completed(reset: ResetStory) -> None:
    """
    Go on only if the password was reset.

    Raises:
        Deviation: It was not.
        Inconclusive: The user was turned away before it could begin, or a proof did not pass.
    """
    if reset.ending is Ending.REFUSED_PROOF:
        raise Inconclusive(f"{reset} What passes is another promise (see RST-25 to RST-32).")
    proved(reset)


def proved(reset: ResetStory) -> None:
    """
    Go on only if the password was reset, each proof included.

    Raises:
        Deviation: It was not.
        Inconclusive: The user was turned away before it could begin.
    """
    let_in(reset)
    if reset.ending is Ending.THROWN_BACK:
        raise Inconclusive(f"{reset} Nothing says how it ended (see RST-01).")
    _says_reset(reset)


def _says_reset(reset: ResetStory) -> None:
    expect(
        reset.ending is Ending.RESET,
        "The page says that the password has been reset.",
        str(reset),
        "enablement.enabled",
    )
