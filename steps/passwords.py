"""Which new passwords are good enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.expect import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from steps.actor import Actor
    from steps.stage import Stage

ALLOWED_SYMBOLS = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<>"  # E3


def _of_length(length: int) -> Callable[[Stage, Actor], str]:
    """A fresh password of ``length`` characters of all four kinds."""

    def make(stage: Stage, user: Actor) -> str:
        kinds = (str.islower, str.isupper, str.isdigit, lambda letter: not letter.isalnum())
        fresh = _fresh(stage, user)
        first = "".join(next(filter(kind, fresh)) for kind in kinds)
        return (first + fresh * (length // len(fresh) + 1))[:length]

    return make


def _fresh(stage: Stage, user: Actor) -> str:
    return stage.fresh_password(user).get_secret_value()


PASSWORDS: dict[str, Callable[[Stage, Actor], str]] = {
    "seven characters": _of_length(7),
    "256 characters": _of_length(256),
    "257 characters": _of_length(257),
    "two kinds of characters": lambda stage, user: "".join(
        letter for letter in _fresh(stage, user).lower() * 4 if letter.isalnum()
    ),
    "a letter outside the allowed set": lambda stage, user: f"{_fresh(stage, user)}ä",
    "blanks and every allowed symbol": lambda stage, user: (
        f"{_fresh(stage, user)} {ALLOWED_SYMBOLS} "
    ).strip(),
    "the user's own name": lambda _stage, user: f"{_long_name(user)}7#",
    "two very common words": lambda _stage, _user: "Dragon4Monkey",
    "common words in signs and digits": lambda _stage, _user: "Dr@gon4M0nkey",
    "one letter beside a very common word": lambda _stage, _user: "Passwor7",
    "four points": lambda _stage, _user: "Dragon4Monkey7",
    "five points": lambda _stage, _user: "Dragon4Monkey75",
    "the user's short name and more": lambda stage, user: (
        f"{user.person.given_name}{_fresh(stage, user)}"
    ),
    "the last password": lambda _stage, user: user.password.get_secret_value(),
}


def _long_name(user: Actor) -> str:
    """A name of the user that counts, from four characters on (E12)."""
    return max(user.person.given_name, user.person.surname, key=len).capitalize()


@when(parsers.parse("the user chooses a password of {kind}"), target_fixture="reset")
def _choose(stage: Stage, user: Actor, kind: str) -> ResetStory:
    password = remember(SecretStr(PASSWORDS[kind](stage, user)))
    return stage.ask_for_reset(user, Wish(passwords=(password,)))


@when(
    "the user tries a short password and then a good one",
    target_fixture="reset",
)
def _choose_again(stage: Stage, user: Actor) -> ResetStory:
    short = remember(SecretStr(PASSWORDS["seven characters"](stage, user)))
    return stage.ask_for_reset(user, Wish(passwords=(short, stage.fresh_password(user))))


@then("the new password is refused")
def _refused(reset: ResetStory) -> None:
    came_to_choose(reset)
    expect(
        reset.ending is Ending.REFUSED_PASSWORD,
        "The page refuses the password and asks for another one.",
        str(reset),
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
