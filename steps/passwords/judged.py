"""
What a password was judged by: its words, the signs in them, or its shape.

Where one fares otherwise than is promised, another that differs in a single respect tells whose
promise is broken.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from pydantic import SecretStr

from pages.journeys.reset_story import Ending
from pages.journeys.wish import Wish
from sspr.errors import Inconclusive
from sspr.secrets import remember
from steps.cast.entrances import enter_ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

BESIDE_ONE = "one letter beside a very common word"
BESIDE_TWO = "two letters beside a very common word"
POINTS = ("four points", "five points")
BY_WORDS = ("four points by these words", "five points by these words")
OF_ITS_LIST = "two words of its list"
IN_SIGNS = f"{OF_ITS_LIST} in signs and digits"
SHORT_NAME = "the name Poll in signs and digits"
WITH_SHORT_NAME = "the user's short name and more"
LOOKALIKES = tuple(
    f"common words with {sign}" for sign in ("@ for a", "0 for o", "1 for l", "$ for s")
)

COMMON = "Dragon4Monkey"
FOR_ITS_SHAPE = "So is one of the same shape without any word (see PWD-01, PWD-02)."
LISTED = frozenset({*LOOKALIKES, BESIDE_ONE, POINTS[0], BY_WORDS[0], OF_ITS_LIST, IN_SIGNS})
"""The kinds that are refused for a list of words, which has to be looked at at all."""

TWO_OF_ITS_LIST = "Harbor4Lantern"
PLAINLY = {BY_WORDS[0]: "ContosoBlank12", SHORT_NAME: "pOLL23fb"}
"""By kind: the same without signs or digits in place of letters."""

FREE = frozenset({BESIDE_TWO, POINTS[1], BY_WORDS[1], OF_ITS_LIST, WITH_SHORT_NAME})
"""The kinds that are accepted for want of a word that counts."""

KINDS: tuple[Callable[[str], bool], ...] = (
    str.islower,
    str.isupper,
    str.isdigit,
    lambda letter: not letter.isalnum(),
)


def judged_as_meant(
    stage: Stage, user: Actor, kind: str, password: SecretStr, reset: ResetStory
) -> None:
    """
    Go on only if a password of ``kind`` was judged by what the kind is about.

    Raises:
        Inconclusive: It was taken as common words are, or refused for its shape, or the signs in
            it were not seen through.
    """
    if reset.ending is Ending.RESET and kind in LISTED:
        _is(Ending.RESET, COMMON, stage, user, "Common words are accepted (see PWD-08).")
    if reset.ending is Ending.RESET and kind == IN_SIGNS:
        accepted = "Without signs for letters it is accepted as well (see PWD-09)."
        _is(Ending.RESET, TWO_OF_ITS_LIST, stage, user, accepted)
    if reset.ending is Ending.RESET and kind in PLAINLY:
        refused = "Without signs for letters it is refused (see PWD-11)."
        _is(Ending.REFUSED_PASSWORD, PLAINLY[kind], stage, user, refused)
    if reset.ending is Ending.REFUSED_PASSWORD and kind in FREE:
        shaped = _of_its_shape(password, stage, user)
        _is(Ending.REFUSED_PASSWORD, shaped, stage, user, FOR_ITS_SHAPE)


def refused_for_its_words(stage: Stage) -> None:
    """
    Go on only if a password is accepted that has the shape of the common one and none of its words.

    Raises:
        Inconclusive: It is refused for its shape as well.
    """
    witness = enter_ready(stage)
    shaped = _of_its_shape(SecretStr(COMMON), stage, witness)
    _is(Ending.REFUSED_PASSWORD, shaped, stage, witness, FOR_ITS_SHAPE)


def _is(ending: Ending, password: str, stage: Stage, user: Actor, why: str) -> None:
    tried = remember(SecretStr(password))
    if stage.ask_for_reset(user, Wish(passwords=(tried,))).ending is ending:
        raise Inconclusive(why)


def _of_its_shape(password: SecretStr, stage: Stage, user: Actor) -> str:
    fresh = stage.fresh_password(user).get_secret_value()
    letters = [cycle(filter(kind, fresh)) for kind in KINDS]
    shape = [[kind(letter) for kind in KINDS].index(True) for letter in password.get_secret_value()]
    return "".join(next(letters[each]) for each in shape)
