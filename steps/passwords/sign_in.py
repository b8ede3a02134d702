"""Signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.expect import expect
from steps.passwords.choosing import says_too_common
from steps.passwords.giving import given_out
from steps.passwords.judged import COMMON, LISTED
from steps.passwords.kinds import password_of
from steps.weighing.presumed import got_past_registration

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

LOCKOUT_THRESHOLD = 10  # E19
SEVERAL = {"three": 3, "four": 4}


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
    story = stage.sign_in(user)
    if story.signed_in:
        _new_one_signs_in(stage, user)
    return story


def _new_one_signs_in(stage: Stage, user: Actor) -> None:
    """
    Go on only if the password that a reset has set signs in as well.

    Raises:
        Inconclusive: It does not, so that none has taken the place of the old one.
    """
    user.change_to(user.former_password)
    if not stage.sign_in(user).signed_in:
        raise Inconclusive("The new password does not sign in (see RST-04).")


@when("the user signs in and keeps the password", target_fixture="sign_in")
def _keeps(stage: Stage, user: Actor) -> SignInStory:
    user.next_password = user.password
    return stage.sign_in(user)


@when("the user signs in and chooses a new password", target_fixture="sign_in")
def _chooses(stage: Stage, user: Actor) -> SignInStory:
    user.next_password = stage.fresh_password(user)
    return stage.sign_in(user)


@when(parsers.parse("the user signs in and chooses a password of {kind}"), target_fixture="sign_in")
def _chooses_of(stage: Stage, user: Actor, kind: str) -> SignInStory:
    user.next_password = password_of(kind, stage, user)
    story = stage.sign_in(user)
    if story.signed_in and kind in LISTED:
        _common_are_refused(stage)
    return story


def _common_are_refused(stage: Stage) -> None:
    """
    Go on only if somebody else may not choose a common password at the sign-in.

    Raises:
        Inconclusive: It is accepted.
    """
    witness = stage.enter()
    given_out(stage, witness)
    witness.next_password = remember(SecretStr(COMMON))
    if stage.sign_in(witness).signed_in:
        raise Inconclusive("Common words are accepted (see PWD-08).")


@then("the user had to choose a new password")
def _had_to(sign_in: SignInStory) -> None:
    expect(
        sign_in.had_to_change,
        "A password that an administrator gave out has to be changed at once.",
        "The user was signed in with it.",
    )


@then("that password is not taken for a new one")
def _not_taken(sign_in: SignInStory) -> None:
    if not sign_in.had_to_change:
        raise Inconclusive("No new password was wanted (see PWD-20).")
    expect(not sign_in.signed_in, "That password is refused.", "It was accepted.")


@then("the sign-in says that it is too easy to guess")
def _told_why(stage: Stage, sign_in: SignInStory) -> None:
    if sign_in.signed_in or not sign_in.had_to_change:
        raise Inconclusive("No new password was refused (see PWD-08, PWD-20).")
    says_too_common(stage, sign_in.error)


@then("the user is signed in")
def _signed_in(sign_in: SignInStory) -> None:
    got_past_registration(sign_in)
    expect(sign_in.signed_in, "The user is signed in.", f"The page says: {sign_in.error}")


@then("the sign-in is refused")
def _refused(sign_in: SignInStory) -> None:
    expect(
        not sign_in.signed_in and sign_in.error,
        "The sign-in is refused.",
        "The user was signed in." if sign_in.signed_in else "It was broken off without a reason.",
    )


@given("the account was locked by wrong passwords")
def _was_locked(stage: Stage, user: Actor) -> None:
    _locked(stage, user)
    if "locked" not in stage.sign_in(user).error.lower():
        raise Inconclusive("Wrong passwords locked nothing, or nobody says so (see PWD-14).")


@when("the user types one more wrong password")
def _one_more(stage: Stage, user: Actor) -> None:
    stage.guess(user, (stage.fresh_password(user),))


@given("the account is locked by wrong passwords")
def _locked(stage: Stage, user: Actor) -> None:
    wrong = tuple(stage.fresh_password(user) for _ in range(LOCKOUT_THRESHOLD + 1))
    stage.guess(user, wrong)


@given("somebody else's account is locked by wrong passwords")
def _other_locked(stage: Stage) -> None:
    _locked(stage, stage.enter())


@given(parsers.parse("the user has typed one wrong password {number:d} times"))
def _same_wrong(stage: Stage, user: Actor, number: int) -> None:
    stage.guess(user, (stage.fresh_password(user),) * number)


@given(parsers.parse("the user has typed {number:d} wrong passwords"))
def _some_wrong(stage: Stage, user: Actor, number: int) -> None:
    stage.guess(user, tuple(stage.fresh_password(user) for _ in range(number)))


@given(parsers.parse("the user has typed {several} wrong passwords in turn {number:d} times"))
def _in_turn(stage: Stage, user: Actor, several: str, number: int) -> None:
    wrong = tuple(stage.fresh_password(user) for _ in range(SEVERAL[several]))
    stage.guess(user, wrong * number)


@given(parsers.parse("sign-in is locked after {number:d} wrong passwords for {seconds:d} seconds"))
def _locks_after(stage: Stage, number: int, seconds: int) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.lock_sign_in(after=number, seconds=seconds)


@then("the right password is refused as the tenant has set")
def _refused_as_set(stage: Stage, sign_in: SignInStory) -> None:
    if sign_in.signed_in:
        _others_are_locked(stage)
    expect(not sign_in.signed_in, "The right password is refused.", "The user was signed in.")


def _others_are_locked(stage: Stage) -> None:
    """
    Go on only if as many wrong passwords as usual lock somebody else's sign-in.

    Raises:
        Inconclusive: They lock nobody's.
    """
    witness = stage.enter()
    _locked(stage, witness)
    if stage.sign_in(witness).signed_in:
        raise Inconclusive("No number of wrong passwords locks the sign-in (see PWD-14).")


@then("the sign-in is refused because the account is locked")
def _refused_as_locked(sign_in: SignInStory) -> None:
    expect(
        not sign_in.signed_in and "locked" in sign_in.error.lower(),
        "The right password is refused because the account is locked.",
        "The user was signed in." if sign_in.signed_in else f"The page says: {sign_in.error}",
    )


def _needs(reset: ResetStory) -> None:
    """Without a completed reset there is no new password to speak of."""
    if reset.ending is not Ending.RESET:
        raise Inconclusive(f"There is no new password. {reset}")
