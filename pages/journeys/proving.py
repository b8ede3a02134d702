"""Passing the first verification step of a reset and leaving it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.verification import verify

if TYPE_CHECKING:
    from pages.reset.new_password import NewPassword
    from pages.reset.verification import VerificationStep


class Proving(Reset):
    """Proves the identity once; whoever passes that step is told to be admitted."""

    def _verify(self, page: VerificationStep) -> None:
        if not self._judged(page):
            return
        if self.story.passed:
            self._close(Ending.ADMITTED)
            return
        self._tell(offered=(page.offered,))
        self._tried = self.wish.choice(page.offered, ())
        self._sent = verify(page, self._tried, self.means, self._sent)

    def _choose_password(self, _page: NewPassword) -> None:
        self._accept()
        self._close(Ending.ADMITTED)
