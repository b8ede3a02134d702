"""Looking which security questions a reset asks, and not answering them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.proof import Proof

if TYPE_CHECKING:
    from pages.reset.verification import VerificationStep


class Questioned(Reset):
    """
    Chooses to answer security questions and goes no further.

    Attributes:
        questions: What was asked; nothing where questions were not offered.
    """

    questions: tuple[str, ...] = ()

    def _verify(self, page: VerificationStep) -> None:
        offered = page.offered
        self._tell(offered=(offered,))
        if Proof.QUESTIONS in offered:
            page.choose(Proof.QUESTIONS)
            self.questions = page.questions
        self._close(Ending.ADMITTED)
