"""Choosing security questions and answering them (B51 to B53)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.registration.wizard import NEXT, WizardPage

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

# Nobody has seen their ids: each row is a list of questions and a box for the answer.
QUESTIONS = Element(Confidence.INFERRED, css="main select, [role=dialog] select")
READ_LIST = """
(list) => [...list.options].filter((o) => o.value && o.text).map((o) => o.text.trim())
"""
ANSWERS = Element(Confidence.INFERRED, css="main input[type=text]")


class SecurityQuestions(WizardPage):
    """Asks for as many questions as the policy wants registered, each with its answer."""

    name = "Security questions"
    masks = (ANSWERS,)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page is headed so and nothing is done yet; no mark of it is known."""
        return cls.here(sight) and sight.headed("security questions") and not sight.offers("done")

    @property
    def offered(self) -> tuple[tuple[str, ...], ...]:
        """Row by row, the questions that can be chosen."""
        return tuple(tuple(row) for row in self.window.each(QUESTIONS, READ_LIST))

    def answer(self, rows: tuple[tuple[str, SecretStr], ...]) -> None:
        """Choose the question of each row and answer it."""
        for place, (question, secret) in enumerate(rows):
            exactly = re.compile(rf"^{re.escape(question)}$")
            self.window.select(replace(QUESTIONS, place=place), exactly)
            self.window.fill_secret(replace(ANSWERS, place=place), secret)
        self.window.press(NEXT)
