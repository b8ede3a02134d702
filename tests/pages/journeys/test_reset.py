"""A reset tells its steps, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from pages.journeys.proving import Proving
from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from pages.proof import Proof
from tests.pages.journeys.traveller import Everything

if TYPE_CHECKING:
    from tests.pages.journeys.conftest import Play

NEW = Wish((SecretStr("Secret-5678"),))
RESET = ("WhoAreYou.captcha", "VerificationStep.first", "VerificationStep.first")


def test_a_reset_tells_its_steps(play: Play) -> None:
    """A reset in two steps tells the captcha, what was offered and what was passed."""
    page = play(*RESET, "VerificationStep.second", "NewPassword.en", "ResetDone.en")
    story = Reset(page, Everything(), NEW).run()
    assert story.ending is Ending.RESET
    assert story.captcha
    assert story.passed == (Proof.EMAIL, Proof.APP_CODE)
    assert story.offered[1] == (Proof.APP_CODE,)


def test_a_step_too_few_is_told_and_not_stumbled_over(play: Play) -> None:
    """A tenant that asks one step too few gets its reset, and the story has one step."""
    page = play(*RESET, "NewPassword.en", "ResetDone.en")
    story = Reset(page, Everything(), NEW).run()
    assert (story.ending, story.passed) == (Ending.RESET, (Proof.EMAIL,))


def test_a_refused_proof_is_not_repeated(play: Play) -> None:
    """A step that does not count ends the reset, and counts as passed nowhere."""
    page = play(*RESET, "VerificationStep.first")
    story = Reset(page, Everything(), NEW).run()
    assert (story.ending, story.passed) == (Ending.REFUSED_PROOF, ())


@pytest.mark.parametrize("before", [(), ("WhoAreYou.plain-ja",)])
def test_being_turned_away_is_an_outcome(play: Play, before: tuple[str, ...]) -> None:
    """A page that turns the user away ends the journey with its code, wherever it appears."""
    story = Reset(play(*before, "Blocked.group"), Everything()).run()
    assert (story.ending, story.code) == (Ending.BLOCKED, "SSPR_0013")
    assert story.offers_contact


def test_a_refused_password_is_an_outcome(play: Play) -> None:
    """A new password that is refused ends the reset as such."""
    page = play(*RESET, "NewPassword.en", "NewPassword.en")
    story = Reset(page, Everything(), NEW).run()
    assert story.ending is Ending.REFUSED_PASSWORD


def test_a_browser_without_cookies_is_an_outcome(play: Play) -> None:
    """The page that asks for cookies ends the reset as such."""
    story = Reset(play("WhoAreYou.plain-ja", "NoCookies.inferred"), Everything()).run()
    assert story.ending is Ending.NO_COOKIES


@pytest.mark.parametrize("after", ["VerificationStep.second", "NewPassword.en"])
def test_who_merely_proves_goes_no_further(play: Play, after: str) -> None:
    """The first proof that is accepted ends the journey, whatever the portal asks next."""
    story = Proving(play(*RESET, after), Everything()).run()
    assert (story.ending, story.passed) == (Ending.ADMITTED, (Proof.EMAIL,))


def test_who_merely_proves_may_be_refused(play: Play) -> None:
    """A proof that does not count ends the journey as refused."""
    story = Proving(play(*RESET, "VerificationStep.first"), Everything()).run()
    assert (story.ending, story.passed) == (Ending.REFUSED_PROOF, ())
