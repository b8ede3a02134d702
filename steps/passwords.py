"""Which new passwords are good enough."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from sspr.passwords import plain
from sspr.secrets import remember
from steps.expect import applies, expect
from steps.judged import (
    BESIDE_ONE,
    BESIDE_TWO,
    BY_WORDS,
    KINDS,
    OF_ITS_LIST,
    POINTS,
    SHORT_NAME,
    WITH_SHORT_NAME,
    judged_as_meant,
)
from steps.presumed import was_reset

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory
    from steps.actor import Actor
    from steps.stage import Stage

SHORTEST_NAME = 4  # E12
ORGANIZATION = "the organisation's name"
FROM_ELSEWHERE = "\u00e9\u00df\u0416\u4e2d\u20ac"  # accents, other scripts, a currency
# E16, by what each sentence has of its own; which of them answers which password is not documented.
TOO_COMMON = (
    "easily guessable",
    "too many times before",
    "harder for people to guess",
    "blocked by your administrator",
)
BESIDE = ("Harbor7light", "Harbor7lizht", "Harbor7zlight", "Harbo7light")
ALLOWED_SYMBOLS = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<>"  # E3


def _of_length(length: int) -> Callable[[Stage, Actor], str]:
    """A fresh password of ``length`` characters of all four kinds."""

    def make(stage: Stage, user: Actor) -> str:
        fresh = _fresh(stage, user)
        first = "".join(next(filter(kind, fresh)) for kind in KINDS)
        return (first + fresh * (length // len(fresh) + 1))[:length]

    return make


def _without(kind: Callable[[str], bool]) -> Callable[[Stage, Actor], str]:
    """A fresh password without the characters of one kind."""

    def make(stage: Stage, user: Actor) -> str:
        return "".join(letter for letter in _fresh(stage, user) * 4 if not kind(letter))

    return make


def _of_two_kinds(stage: Stage, user: Actor) -> tuple[str, ...]:
    """For each two of the four kinds, a fresh password of nothing else."""
    letters = _fresh(stage, user) * 8
    return tuple(
        "".join(each for each in letters if any(kind(each) for kind in two))
        for two in itertools.combinations(KINDS, 2)
    )


def _with_letters_from_elsewhere(stage: Stage, user: Actor) -> tuple[str, ...]:
    """Fresh passwords, each with one character that is not allowed (E3)."""
    return tuple(f"{_fresh(stage, user)}{letter}" for letter in FROM_ELSEWHERE)


def _around(name: Callable[[Stage, Actor], str]) -> Callable[[Stage, Actor], str]:
    """A fresh password with a name in the middle, which alone can be what is wrong with it."""

    def make(stage: Stage, user: Actor) -> str:
        fresh = _fresh(stage, user)
        half = len(fresh) // 2
        return f"{fresh[:half]}{name(stage, user)}{fresh[half:]}"

    return make


def _organization(stage: Stage, _user: Actor) -> str:
    name = stage.policy.tenant.organization
    applies(len(name) >= SHORTEST_NAME, f"The name {name} is too short to count (E12).")
    return name


def _fresh(stage: Stage, user: Actor) -> str:
    return stage.fresh_password(user).get_secret_value()


PASSWORDS: dict[str, Callable[[Stage, Actor], str]] = {
    "seven characters": _of_length(7),
    "eight characters": _of_length(8),
    "256 characters": _of_length(256),
    "257 characters": _of_length(257),
    "two kinds of characters": lambda stage, user: "".join(
        letter for letter in _fresh(stage, user).lower() * 4 if letter.isalnum()
    ),
    "all kinds of characters but small letters": _without(str.islower),
    "all kinds of characters but capital letters": _without(str.isupper),
    "all kinds of characters but digits": _without(str.isdigit),
    "all kinds of characters but symbols": _without(lambda letter: not letter.isalnum()),
    "a letter outside the allowed set": lambda stage, user: f"{_fresh(stage, user)}ä",
    "blanks and every allowed symbol": lambda stage, user: (
        f"{_fresh(stage, user)} {ALLOWED_SYMBOLS} "
    ).strip(),
    "the user's first name": _around(lambda _stage, user: user.person.given_name),
    "the user's last name": _around(lambda _stage, user: user.person.surname),
    ORGANIZATION: _around(_organization),
    "two very common words": lambda _stage, _user: "Dragon4Monkey",
    "common words with @ for a": lambda _stage, _user: "Dr@gon4Monkey",
    "common words with 0 for o": lambda _stage, _user: "Dragon4M0nkey",
    "common words with 1 for l": lambda _stage, _user: "1etmein4Monkey",
    "common words with $ for s": lambda _stage, _user: "$unshine4Monkey",
    BESIDE_ONE: lambda _stage, _user: "Passwor7",
    BESIDE_TWO: lambda _stage, _user: "Sunshi79",
    POINTS[0]: lambda _stage, _user: "Dragon4Monkey7",
    POINTS[1]: lambda _stage, _user: "Dragon4Monkey75",
    BY_WORDS[0]: lambda _stage, _user: "C0ntos0Blank12",  # E14
    BY_WORDS[1]: lambda _stage, _user: "ContoS0Bl@nkf9!",  # E15
    OF_ITS_LIST: lambda _stage, _user: "Harbor4Lantern",
    SHORT_NAME: lambda _stage, _user: "p0LL23fb",  # E12
    WITH_SHORT_NAME: lambda stage, user: f"{user.person.given_name}{_fresh(stage, user)}",
    "the password before the last": lambda _stage, user: user.former_password.get_secret_value(),
    "the last password": lambda _stage, user: user.password.get_secret_value(),
}


SEVERAL: dict[str, Callable[[Stage, Actor], tuple[str, ...]]] = {
    "any two kinds of characters": _of_two_kinds,
    "letters and signs from elsewhere": _with_letters_from_elsewhere,
}


def password_of(kind: str, stage: Stage, user: Actor) -> SecretStr:
    """
    A password as a feature describes it.

    Raises:
        KeyError: No password is described so.
        NotApplicable: The organisation is called by a word in it, and that alone refuses it (E12).
    """
    password = PASSWORDS[kind](stage, user)
    # A name that the organisation bans counts as a word of its list (E15).
    if kind not in {ORGANIZATION, *BY_WORDS}:
        name = stage.policy.tenant.organization
        applies(
            len(name) < SHORTEST_NAME or plain(name) not in plain(password),
            f"The organisation's name {name} is part of this password (E12).",
        )
    return remember(SecretStr(password))


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
def _told_why(reset: ResetStory) -> None:
    if reset.ending is not Ending.REFUSED_PASSWORD:
        raise Inconclusive(f"No password was refused (see PWD-08). {reset}")
    says_too_common(reset.message)


def says_too_common(message: str) -> None:
    """Go on only if ``message`` is one of those that are documented (E16)."""
    expect(
        any(words in message.lower() for words in TOO_COMMON),
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
