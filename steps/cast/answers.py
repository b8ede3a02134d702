"""How a person chooses and answers security questions: carefully, or not."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import SecretStr

from sspr.errors import Inconclusive
from sspr.secrets import remember

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 12  # within the 3 to 40 of B52
LETTERS = "abcdefghijkmnopqrstuvwxyz"
GREEK = "\N{GREEK SMALL LETTER ALPHA}\N{GREEK SMALL LETTER BETA}\N{GREEK SMALL LETTER GAMMA}"


@dataclass(slots=True)
class Answers:
    """
    One person's security questions.

    Attributes:
        length: How many letters each answer has.
        letters: What they are made of (B53: any character set).
        same_question: Whether the second question chosen is the first one again.
        same_answer: Whether the second answer is the first one again.
        mistake: What the person answers instead of the truth; empty for the truth.
        offered: The questions that could be chosen.
        asked: The questions that were asked so far, time by time.
    """

    length: int = LENGTH
    letters: str = LETTERS
    same_question: bool = False
    same_answer: bool = False
    mistake: str = ""
    offered: frozenset[str] = frozenset()
    asked: list[tuple[str, ...]] = field(default_factory=list)
    _made: set[str] = field(default_factory=set)
    _said: dict[str, SecretStr] = field(default_factory=dict)

    def choose(self, offered: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, SecretStr], ...]:
        """A question for each row of ``offered``, with the answer to it."""
        self.offered = frozenset(each for questions in offered for each in questions)
        chosen = [questions[place] for place, questions in enumerate(offered)]
        said = [self.fresh() for _ in chosen]
        if self.same_question:
            chosen[1] = chosen[0]
        if self.same_answer:
            said[1] = said[0]
        self._said = dict(zip(chosen, said, strict=True))
        return tuple(zip(chosen, said, strict=True))

    @property
    def registered(self) -> frozenset[str]:
        """The questions that were chosen."""
        return frozenset(self._said)

    def to(self, questions: tuple[str, ...]) -> tuple[SecretStr, ...]:
        """
        What the person answers to ``questions``, right or wrong.

        Raises:
            Inconclusive: One of them was never chosen, so nobody can know the answer.
        """
        self.asked.append(questions)
        truth = [self._truth(question) for question in questions]
        said = MISTAKES[self.mistake](truth) if self.mistake else truth
        return tuple(remember(SecretStr(each)) for each in said)

    def _truth(self, question: str) -> str:
        if question not in self._said:
            raise Inconclusive(f"{question!r} was never registered (see RST-46).")
        return self._said[question].get_secret_value()

    def fresh(self) -> SecretStr:
        """An answer that the person has not given yet."""
        answer = "".join(secrets.choice(self.letters) for _ in range(self.length))
        if answer in self._made:
            return self.fresh()
        self._made.add(answer)
        return remember(SecretStr(answer))


MISTAKES: dict[str, Callable[[list[str]], list[str]]] = {
    "made-up answers": lambda truth: [each[::-1] for each in truth],
    "one made-up answer": lambda truth: [*truth[:-1], truth[-1][::-1]],
    "one made-up first answer": lambda truth: [truth[0][::-1], *truth[1:]],
    "no answers at all": lambda truth: ["" for _ in truth],
    "the answers in capital letters": lambda truth: [each.upper() for each in truth],
    "the answers in another order": lambda truth: [*truth[1:], truth[0]],
}
"""What a person may answer instead of the truth, as features call it."""
