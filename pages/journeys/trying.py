"""Looking what each method that a reset offers has sent, and having nothing sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.reset.verification import SEND

if TYPE_CHECKING:
    from pages.proof import Proof
    from pages.reset.verification import VerificationStep


class Trying(Reset):
    """
    Chooses one after the other what is offered and goes no further.

    Attributes:
        buttons: What the page lets be done once a method is chosen that has something sent.
    """

    buttons: dict[Proof, tuple[str, ...]]

    def _verify(self, page: VerificationStep) -> None:
        offered = page.offered
        self._tell(offered=(offered,))
        self.buttons = {}
        for proof in filter(SEND.__contains__, offered):
            page.turn_to(proof)
            self.buttons[proof] = page.sends_by
        self._close(Ending.ADMITTED)
