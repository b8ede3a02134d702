"""How often somebody may fail, and what a block keeps out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, parsers, then, when

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.verification import EASIEST_FIRST
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from steps.cast.arranging import proof_called
from steps.cast.entrances import enter_ready
from steps.cast.serving import takes_codes
from steps.expect import expect
from steps.reset.limits import hours_pass
from steps.weighing.presumed import let_in, was_blocked
from steps.weighing.witness import others_reset

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

NEVER_RIGHT = 100
FAILURES = 6  # C20 to C24: the documents disagree between the fifth and the sixth


@when(
    parsers.parse("the user mistypes {number:d} codes and resets the password"),
    target_fixture="reset",
)
def _mistypes_some(stage: Stage, user: Actor, number: int) -> ResetStory:
    reset = _mistypes(stage, user, number, tries=number + 1)
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
    return _mistypes(stage, user, number, tries=number)


def _mistypes(stage: Stage, user: Actor, number: int, *, tries: int) -> ResetStory:
    takes_codes(stage)
    user.habits.wrong_codes = number
    story = stage.reset(user, tries=tries)
    if story.passed and story.refused_proofs < number:
        raise Inconclusive(f"{story} What is wrong passes (see RST-13).")
    return story


@when(
    parsers.parse(
        "the user fails {number:d} times at the second step, on each of {visits:d} visits"
    ),
    target_fixture="reset",
)
def _fails_later(stage: Stage, user: Actor, number: int, visits: int) -> ResetStory:
    for _ in range(visits):
        user.habits.right_codes, user.habits.wrong_codes = 1, NEVER_RIGHT
        story = stage.reset(user, tries=number)
        if story.ending is Ending.BLOCKED:
            break
    return story


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
    was_blocked(reset)
    user.habits.wrong_codes = 0
    return stage.sign_in(user)


@given("the user stands before the verification in another window", target_fixture="window")
def _stands_in_another(stage: Stage, user: Actor) -> BrowserPage:
    page = stage.page()
    let_in(Reset(page, user, witness=stage.evidence.screenshot).run())
    return page


@when("the user goes on in the other window without a mistake", target_fixture="reset")
def _goes_on(stage: Stage, user: Actor, window: BrowserPage, reset: ResetStory) -> ResetStory:
    was_blocked(reset)
    user.habits.wrong_codes = 0
    wish = Wish(passwords=(stage.fresh_password(user),))
    return Reset(window, user, wish, stage.evidence.screenshot).go_on()


@when(parsers.parse("{hours:d} hours of the block pass"))
def _hours_of_block_pass(stage: Stage, user: Actor, reset: ResetStory, hours: int) -> None:
    was_blocked(reset)
    hours_pass(stage, user, hours)


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
