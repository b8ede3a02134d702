"""The kinds of passwords that features speak of."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pydantic import SecretStr

from sspr.passwords import plain
from sspr.secrets import remember
from steps.expect import applies
from steps.passwords.judged import (
    BESIDE_ONE,
    BESIDE_TWO,
    BY_WORDS,
    IN_SIGNS,
    KINDS,
    OF_ITS_LIST,
    POINTS,
    SHORT_NAME,
    TWO_OF_ITS_LIST,
    WITH_SHORT_NAME,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SHORTEST_NAME = 4  # E12
ORGANIZATION = "the organisation's name"
FROM_ELSEWHERE = "\u00e9\u00df\u0416\u4e2d\u20ac"  # accents, other scripts, a currency
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
    OF_ITS_LIST: lambda _stage, _user: TWO_OF_ITS_LIST,
    IN_SIGNS: lambda _stage, _user: "H@rb0r4L@ntern",
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
