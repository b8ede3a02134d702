"""Having codes sent and proving the identity over and over, and how many codes come of it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.proving import Proving
from pages.journeys.reset_story import Ending
from pages.journeys.unanswered import TryingAgain, Unanswered
from pages.journeys.verification import EASIEST_FIRST
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Inconclusive
from steps.cast.arranging import proof_called
from steps.expect import expect
from steps.reset.helpdesk import LONG_ENOUGH
from steps.weighing.presumed import let_in

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SENT = {"mailed": Proof.EMAIL, "texted": Proof.TEXT}


@when(parsers.parse("the user asks for a {way} code"), target_fixture="reset")
def _asks_once(stage: Stage, user: Actor, way: str) -> ResetStory:
    return _asks(stage, user, SENT[way], 1)


@given("the other user has just been mailed a code")
def _other_asks(stage: Stage, user: Actor, another: Actor) -> None:
    asked = _asks(stage, another, Proof.EMAIL, 1)
    let_in(asked)
    user.habits.borrowed = another.mailed_code(asked.began)


@when("the user types the code of the other user", target_fixture="reset")
def _types_borrowed(stage: Stage, user: Actor) -> ResetStory:
    return stage.reset(user, preferred=(Proof.EMAIL, *EASIEST_FIRST))


@when(parsers.parse("the user asks {number:d} times for a {way} code"), target_fixture="reset")
def _asks_often(stage: Stage, user: Actor, way: str, number: int) -> ResetStory:
    return _asks(stage, user, SENT[way], number)


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
    wanted = proof_called(proof)
    wish = Wish(preferred=(wanted,))
    waiting = Unanswered(stage.page(), user, wish, stage.evidence.screenshot)
    helped = waiting.wait(dt.timedelta(seconds=seconds))
    if not any(wanted in step for step in waiting.story.offered):
        raise Inconclusive(f"There was nothing to wait for. {waiting.story}")
    return helped


@when("the user waits for a mailed code and tries again", target_fixture="waiting")
def _tries_again(stage: Stage, user: Actor) -> TryingAgain:
    wish = Wish(preferred=(Proof.EMAIL,))
    waiting = TryingAgain(stage.page(), user, wish, stage.evidence.screenshot)
    if not waiting.wait(LONG_ENOUGH):
        raise Inconclusive("No help is offered, or not by now.")
    return waiting


@then("the page begins anew and another code is mailed")
def _another_code(stage: Stage, user: Actor, waiting: TryingAgain) -> None:
    expect(waiting.begun_anew, "Another code can be sent.", "The page waits for the first.")
    sent = _sent(stage, user.alternate_email, waiting.story)
    expect(sent > 1, "A second code is mailed.", f"{sent} were mailed.")


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
