"""How long a reset and its codes last, and how often somebody may fail."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.proving import Proving
from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.unanswered import Unanswered
from pages.journeys.verification import EASIEST_FIRST
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Inconclusive
from steps.arranging import proof_called
from steps.expect import expect
from steps.people import enter_ready
from steps.presumed import let_in
from steps.reset import proved
from steps.serving import nothing_ended, takes_codes
from steps.witness import others_reset, served_at_once

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.actor import Actor
    from steps.stage import Stage

FAILURES = 6  # C20 to C24: the documents disagree between the fifth and the sixth


@given(parsers.parse("the user types each code after {minutes:d} minutes"))
def _late(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.pause = dt.timedelta(minutes=minutes)


@then("this proof was accepted in time")
def _accepted_in_time(stage: Stage, user: Actor, proof: Proof, reset: ResetStory) -> None:
    served_at_once(stage, user, proof, reset)
    proved(reset)
    expect(proof in reset.passed, f"The step was passed in time by: {proof}.", str(reset))


@given(parsers.parse("the user takes {minutes:d} minutes to choose a new password"))
def _hesitates(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.require("clock")
    user.habits.hesitation = dt.timedelta(minutes=minutes)


@when(
    parsers.parse("the user mistypes {number:d} codes and resets the password"),
    target_fixture="reset",
)
def _mistypes_some(stage: Stage, user: Actor, number: int) -> ResetStory:
    takes_codes(stage)
    user.habits.wrong_codes = number
    reset = stage.reset(user, tries=number + 1)
    others_reset(stage, reset)
    return reset


@when(parsers.parse("the user tries to verify {number:d} times"), target_fixture="reset")
@when(parsers.parse("the administrator tries to verify {number:d} times"), target_fixture="reset")
def _tries(stage: Stage, user: Actor, number: int) -> ResetStory:
    return stage.reset(user, tries=number)


@when(
    parsers.parse("the user tries to verify with {number:d} mistyped codes"),
    target_fixture="reset",
)
def _tries_mistyped(stage: Stage, user: Actor, number: int) -> ResetStory:
    takes_codes(stage)
    user.habits.wrong_codes = number
    return stage.reset(user, tries=number)


@when(parsers.parse("the user tries to verify {number:d} times by {proof}"), target_fixture="reset")
def _tries_by(stage: Stage, user: Actor, number: int, proof: str) -> ResetStory:
    wanted = proof_called(proof)
    return stage.reset(user, tries=number, preferred=(wanted, *EASIEST_FIRST))


@when(
    parsers.parse("the user tries to verify on {number:d} visits by {proof}"),
    target_fixture="reset",
)
def _tries_on_visits(stage: Stage, user: Actor, number: int, proof: str) -> ResetStory:
    for _ in range(number):
        story = _tries_by(stage, user, 1, proof)
        if story.ending is Ending.BLOCKED:
            break
    return story


@when(
    parsers.parse("the user tries to verify for an unlock {number:d} times"), target_fixture="reset"
)
def _tries_to_unlock(stage: Stage, user: Actor, number: int) -> ResetStory:
    return stage.ask_for_reset(user, Wish(unlock=True, tries=number))


@given("another user who has registered what a reset needs", target_fixture="another")
def _another(stage: Stage) -> Actor:
    return enter_ready(stage)


@when("the other user resets the password", target_fixture="reset")
def _other_resets(stage: Stage, another: Actor) -> ResetStory:
    return stage.reset(another)


@when("the user gives up and signs in with the known password", target_fixture="sign_in")
def _gives_up(stage: Stage, user: Actor, reset: ResetStory) -> SignInStory:
    let_in(reset)
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was blocked (see RST-15). {reset}")
    user.habits.wrong_codes = 0
    return stage.sign_in(user)


@given("the user stands before the verification in another window", target_fixture="window")
def _stands_in_another(stage: Stage, user: Actor) -> BrowserPage:
    page = stage.page()
    let_in(Reset(page, user, witness=stage.evidence.screenshot).run())
    return page


@when("the user goes on in the other window without a mistake", target_fixture="reset")
def _goes_on(stage: Stage, user: Actor, window: BrowserPage, reset: ResetStory) -> ResetStory:
    let_in(reset)
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was blocked in the first window. {reset}")
    user.habits.wrong_codes = 0
    wish = Wish(passwords=(stage.fresh_password(user),))
    return Reset(window, user, wish, stage.evidence.screenshot).go_on()


@when(parsers.parse("the user comes back after {hours:d} hours"))
def _back_after_hours(stage: Stage, user: Actor, hours: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(hours=hours))
    nothing_ended(stage, user.given)


@when(parsers.parse("the user comes back after {minutes:d} minutes"))
def _back_after_minutes(stage: Stage, user: Actor, minutes: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(minutes=minutes))
    nothing_ended(stage, user.given)


@when(parsers.parse("{seconds:d} seconds pass"))
def _seconds_pass(stage: Stage, seconds: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(seconds=seconds))


@when(parsers.parse("{hours:d} hours pass"))
def _hours_pass(stage: Stage, user: Actor, hours: int) -> None:
    stage.tenant.capabilities.advance(dt.timedelta(hours=hours))
    nothing_ended(stage, user.given)
    user.habits.wrong_codes = 0


@when(parsers.parse("{hours:d} hours of the block pass"))
def _hours_of_block_pass(stage: Stage, user: Actor, reset: ResetStory, hours: int) -> None:
    let_in(reset)
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was blocked (see RST-15, RST-18, RST-41). {reset}")
    _hours_pass(stage, user, hours)


@when(parsers.parse("the user asks {number:d} times for a mailed code"), target_fixture="reset")
def _asks_for_mails(stage: Stage, user: Actor, number: int) -> ResetStory:
    return _asks(stage, user, Proof.EMAIL, number)


@when("the user asks for a mailed code", target_fixture="reset")
def _asks_for_a_mail(stage: Stage, user: Actor) -> ResetStory:
    return _asks(stage, user, Proof.EMAIL, 1)


@when("the user asks for a texted code", target_fixture="reset")
def _asks_for_a_text(stage: Stage, user: Actor) -> ResetStory:
    return _asks(stage, user, Proof.TEXT, 1)


@when(parsers.parse("the user asks {number:d} times for a texted code"), target_fixture="reset")
def _asks_for_texts(stage: Stage, user: Actor, number: int) -> ResetStory:
    return _asks(stage, user, Proof.TEXT, number)


@when(parsers.parse("the user asks {number:d} times for this proof"), target_fixture="reset")
def _asks_for_this(stage: Stage, user: Actor, proof: Proof, number: int) -> ResetStory:
    return _asks(stage, user, proof, number)


@when(
    parsers.parse("the user proves the identity {number:d} times and goes no further"),
    target_fixture="reset",
)
def _proves(stage: Stage, user: Actor, proof: Proof, number: int) -> ResetStory:
    page, wish = stage.page(), Wish(preferred=(proof,))
    for _ in range(number):
        story = Proving(page, user, wish).run()
        if story.ending is not Ending.ADMITTED:
            break
    if story.ending is Ending.REFUSED_PROOF:
        raise Inconclusive(f"{story} What passes is another promise (see RST-30, RST-31).")
    stage.evidence.screenshot(page, "After the last proof")
    return story


def _asks(stage: Stage, user: Actor, proof: Proof, number: int) -> ResetStory:
    page, wish, began = stage.page(), Wish(preferred=(proof,)), user.now()
    for _ in range(number):
        story = Unanswered(page, user, wish).run()
        if story.ending is Ending.BLOCKED:
            break
    stage.evidence.screenshot(page, "After the last code")
    return replace(story, began=began)


@when(parsers.parse("the user waits {seconds:d} seconds for {proof}"), target_fixture="helped")
def _waits(stage: Stage, user: Actor, seconds: int, proof: str) -> bool:
    wish = Wish(preferred=(proof_called(proof),))
    waiting = Unanswered(stage.page(), user, wish, stage.evidence.screenshot)
    return waiting.wait(dt.timedelta(seconds=seconds))


@then("trying again and contacting the administrator are offered")
def _helped(helped: bool) -> None:  # noqa: FBT001 - a fixture
    expect(helped, "Both are offered after ten seconds.", "They are not.")


@then("trying again and contacting the administrator are not offered")
def _not_helped(helped: bool) -> None:  # noqa: FBT001 - a fixture
    expect(not helped, "Neither is offered before ten seconds have passed.", "Both are.")


@then(parsers.re(r"no more than (?P<number>\d+) codes are (?P<way>mailed|texted)"))
def _at_most(stage: Stage, user: Actor, reset: ResetStory, number: str, way: str) -> None:
    let_in(reset)
    sent = _sent(stage, _address(user, way), reset)
    expect(sent <= int(number), f"At most {number} codes are {way}.", f"{sent} were.")


@then(parsers.re(r"(?P<number>\d+) codes are (?P<way>mailed|texted)"))
def _exactly(stage: Stage, user: Actor, reset: ResetStory, number: str, way: str) -> None:
    let_in(reset)
    sent = _sent(stage, _address(user, way), reset)
    expect(sent == int(number), f"{number} codes are {way}.", f"{sent} were.")


def _address(user: Actor, way: str) -> str:
    return user.mobile_phone if way == "texted" else user.alternate_email


def _sent(stage: Stage, address: str, reset: ResetStory) -> int:
    """How many mails or texts with a code came to an address or a number."""
    wanted = _bare(address)
    return sum(
        wanted in {_bare(each) for each in mail.to} and mail.code is not None
        for mail in stage.inbox.everything(reset.began)
    )


def _bare(address: str) -> str:
    """An address in one writing; of a number only the digits, as senders write it otherwise."""
    digits = re.sub(r"\D", "", address)
    return address.lower() if "@" in address else digits


@then("the user is blocked")
@then("the administrator is blocked")
def _blocked(user: Actor, reset: ResetStory) -> None:
    let_in(reset)
    if reset.ending in {Ending.RESET, Ending.UNLOCKED} and user.never_right:
        raise Inconclusive(f"{reset} What is wrong passes (see RST-10 to RST-19).")
    expect(
        reset.ending is Ending.BLOCKED and reset.refused_proofs <= FAILURES,
        f"The user is blocked by failure {FAILURES} at the latest.",
        f"{reset} {reset.refused_proofs} proofs were refused.",
    )
