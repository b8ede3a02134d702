"""Leaving a reset by *Cancel*, at the first verification step or after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending

if TYPE_CHECKING:
    from pages.reset.new_password import NewPassword
    from pages.reset.verification import VerificationStep


class Leaving(Reset):
    """Goes as far as to verify, and cancels; who comes so far is told to be admitted."""

    def _verify(self, page: VerificationStep) -> None:
        self.keep("Verification step 1")
        self._tell(offered=(page.offered,))
        page.cancel()
        self._close(Ending.ADMITTED)


class LeavingLate(Reset):
    """Passes every verification step, and cancels where a new password is to be chosen."""

    def _choose_password(self, page: NewPassword) -> None:
        self._accept()
        self.keep(page.name)
        page.cancel()
        self._close(Ending.ADMITTED)
