"""Which new passwords are good enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.expect import expect
from steps.passwords.judged import judged_as_meant, refused_for_its_words
from steps.passwords.kinds import SEVERAL, password_of
from steps.weighing.presumed import refused_as_common, was_reset

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# E16, by what each sentence has of its own; which of them answers which password is not documented.
TOO_COMMON = (
    "easily guessable",
    "too many times before",
    "harder for people to guess",
    "blocked by your administrator",
)
BESIDE = ("Harbor7light", "Harbor7lizht", "Harbor7zlight", "Harbo7light")


@when("the user signs in after the refusal", target_fixture="sign_in")
def _after_refusal(stage: Stage, user: Actor, reset: ResetStory) -> SignInStory:
    if reset.ending is not Ending.REFUSED_PASSWORD:
        raise Inconclusive(f"No password was refused. {reset}")
    return stage.sign_in(user)


@when(
    "the user takes 256 characters and signs in with all but the last",
    target_fixture="sign_in",
)
def _all_but_the_last(stage: Stage, user: Actor) -> SignInStory:
    password = password_of("256 characters", stage, user)
    reset = stage.ask_for_reset(user, Wish(passwords=(password,)))
    was_reset(reset)
    user.change_to(remember(SecretStr(password.get_secret_value()[:-1])))
    return stage.sign_in(user)


@given(parsers.parse("the organisation bans the words {words}"))
def _bans(stage: Stage, words: str) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.ban(words.split(" and "))


@given(parsers.parse("the organisation lists the words {words} and does not enforce the list"))
def _lists(stage: Stage, words: str) -> None:
    stage.tenant.capabilities.require("policy")
    stage.directory.policies.ban(words.split(" and "), enforced=False)


@when(parsers.parse("the administrator chooses a password of {kind}"), target_fixture="reset")
@when(parsers.parse("the user chooses a password of {kind}"), target_fixture="reset")
def _choose(stage: Stage, user: Actor, kind: str) -> ResetStory:
    password = password_of(kind, stage, user)
    reset = stage.ask_for_reset(user, Wish(passwords=(password,)))
    judged_as_meant(stage, user, kind, password, reset)
    return reset


@when(parsers.parse("the user tries passwords of {kinds}"), target_fixture="reset")
def _choose_several(stage: Stage, user: Actor, kinds: str) -> ResetStory:
    return _try(stage, user, SEVERAL[kinds](stage, user))


@given("the user types another password the second time")
def _types_another(stage: Stage, user: Actor) -> None:
    user.confirmation = stage.fresh_password(user)


@when("the user chooses a fresh password", target_fixture="reset")
def _choose_fresh(stage: Stage, user: Actor) -> ResetStory:
    return stage.ask_for_reset(user, Wish(passwords=(stage.fresh_password(user),)))


@when("the user tries that word and others one letter beside it", target_fixture="reset")
def _choose_beside(stage: Stage, user: Actor) -> ResetStory:
    return _try(stage, user, BESIDE)


def _try(stage: Stage, user: Actor, passwords: tuple[str, ...]) -> ResetStory:
    tried = tuple(remember(SecretStr(password)) for password in passwords)
    return stage.ask_for_reset(user, Wish(passwords=tried))


@when(
    "the user tries a short password and then a good one",
    target_fixture="reset",
)
def _choose_again(stage: Stage, user: Actor) -> ResetStory:
    short = password_of("seven characters", stage, user)
    return stage.ask_for_reset(user, Wish(passwords=(short, stage.fresh_password(user))))


@when("the user tries three short passwords and then a good one", target_fixture="reset")
def _choose_often(stage: Stage, user: Actor) -> ResetStory:
    short = tuple(password_of("seven characters", stage, user) for _ in range(3))
    return stage.ask_for_reset(user, Wish(passwords=(*short, stage.fresh_password(user))))


@then("every password is refused, as the word itself is")
def _beside_refused(reset: ResetStory) -> None:
    came_to_choose(reset)
    if reset.ending is Ending.RESET and not reset.refused_passwords:
        raise Inconclusive("The word itself is not refused (see PWD-09).")
    _refused(reset)


@then("the new password is refused")
@then("every password is refused")
def _refused(reset: ResetStory) -> None:
    came_to_choose(reset)
    expect(
        reset.ending is Ending.REFUSED_PASSWORD,
        "The page refuses the password and asks for another one.",
        str(reset),
    )


@then("the page says that it is too easy to guess")
def _told_why(stage: Stage, reset: ResetStory) -> None:
    refused_as_common(reset)
    says_too_common(stage, reset.message)


def says_too_common(stage: Stage, message: str) -> None:
    """Go on only if ``message`` is one of those that are documented (E16)."""
    told = any(words in message.lower() for words in TOO_COMMON)
    if not told:
        refused_for_its_words(stage)
    expect(
        told,
        "The page says that the password is easy to guess, too frequent or blocked.",
        f"It says: {message or 'nothing'}",
    )


@then("the new password is accepted")
def _accepted(reset: ResetStory) -> None:
    came_to_choose(reset)
    expect(reset.ending is Ending.RESET, "The page accepts the password.", str(reset))


@then("one password was refused")
def _one_refused(reset: ResetStory) -> None:
    number = reset.refused_passwords
    expect(number == 1, "The first password is refused.", f"{number} were refused.")


@then("the strength of the new password is shown")
def _strength(reset: ResetStory, stage: Stage) -> None:
    came_to_choose(reset)
    expect(
        reset.strength_shown,
        "A strength indicator stands by the new password.",
        "None stands there.",
        "writeback.enabled",
    )
    del stage


def came_to_choose(reset: ResetStory) -> None:
    """
    Go on only if a new password was asked for.

    Raises:
        Inconclusive: It never came to that.
    """
    if reset.ending not in {Ending.RESET, Ending.REFUSED_PASSWORD}:
        raise Inconclusive(f"The user never came to choose a password. {reset}")
