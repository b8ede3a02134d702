"""Security questions: how many, how long, and what counts as the same (B51 to B58)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT, Bent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

SHORTEST_ANSWER, LONGEST_ANSWER = 3, 40  # B52
MOST_CUSTOM = 20  # B52
SHORTEST_QUESTION, LONGEST_QUESTION = 3, 200  # B52


class Refusal(StrEnum):
    """Why a set of answers is not taken; the value is the key of its message."""

    TOO_FEW = "questions_too_few"
    UNKNOWN = "questions_unknown"
    TOO_SHORT = "questions_too_short"
    TOO_LONG = "questions_too_long"
    DUPLICATE = "questions_duplicate"


def refusal(
    answers: Mapping[str, str], *, offered: Collection[str], needed: int, bent: Bent = STRAIGHT
) -> Refusal | None:
    """
    Why ``answers`` (question to answer) may not be registered, or None where they may.

    A mapping cannot repeat a question, so what is checked is their number, that each was offered,
    the lengths, and that no two answers are the same (B52, B53).
    """
    said = [answer.strip() for answer in answers.values()]
    if len(said) < needed - ("question-twice-accepted" in bent):
        return Refusal.TOO_FEW
    foreign = not all(answer.isascii() for answer in said)
    if foreign and "foreign-answers-refused" in bent:
        return Refusal.UNKNOWN
    if not set(answers) <= set(offered):
        return Refusal.UNKNOWN
    return _bad_length(said, bent) or _duplicate(said, bent)


def to_register(number: int, bent: Bent = STRAIGHT) -> int:
    """How many questions are asked where the policy says ``number`` (B51)."""
    return number - ("question-missing-at-registration" in bent)


def _bad_length(said: list[str], bent: Bent) -> Refusal | None:
    shortest = SHORTEST_ANSWER - ("short-answers-accepted" in bent)
    longest = LONGEST_ANSWER + ("long-answers-accepted" in bent)
    if any(len(answer) < shortest for answer in said):
        return Refusal.TOO_SHORT
    return Refusal.TOO_LONG if any(len(a) > longest for a in said) else None


def _duplicate(said: list[str], bent: Bent) -> Refusal | None:
    if "duplicate-answers-accepted" in bent:
        return None
    return Refusal.DUPLICATE if len({a.casefold() for a in said}) < len(said) else None


def custom_may_be_saved(questions: Sequence[str], bent: Bent = STRAIGHT) -> bool:
    """
    Whether a tenant may have ``questions`` of its own.

    Twenty at most, 3 to 200 characters each, none twice (B52, B53).
    """
    shortest = SHORTEST_QUESTION - ("short-own-question-accepted" in bent)
    longest = LONGEST_QUESTION + ("long-own-question-accepted" in bent)
    most = MOST_CUSTOM + ("too-many-own-questions-accepted" in bent)
    right_length = all(shortest <= len(q) <= longest for q in questions)
    unique = len({q.casefold() for q in questions}) == len(questions)
    unique |= "own-question-twice-accepted" in bent
    return right_length and unique and len(questions) <= most
