"""Having a code, a call or a notification sent and not answering it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.proof import BY_NUMBER

if TYPE_CHECKING:
    from pages.reset.verification import VerificationStep

NO_TIME = dt.timedelta()


class Unanswered(Reset):
    """
    Has a code, a call or a notification sent and waits, as long as a person would.

    The browser's clock is moved while it waits; the tenant's is not.

    Attributes:
        patience: How long to wait.
        begun_anew: Whether trying again led to where a code can be sent.
        helped: Whether help was offered when it was over.
        help_link: Where that led to an administrator, or an empty string.
    """

    patience: dt.timedelta = NO_TIME
    begun_anew: bool = False
    helped: bool = False
    help_link: str = ""

    def wait(self, patience: dt.timedelta) -> bool:
        """Have a code sent and wait for ``patience``; whether help is offered then."""
        self.patience = patience
        self.window.page.clock.install()
        self.run()
        return self.helped

    def _verify(self, page: VerificationStep) -> None:
        offered = page.offered
        self._tell(offered=(*self.story.offered, offered))
        proof = self.wish.choice(offered, ())
        page.choose(proof)
        if proof in BY_NUMBER:
            page.type_phone(self.means.phone_for(proof))
        page.send(proof)
        if page.stands(self.window.look()):
            self._wait(page)
            self._close(Ending.ADMITTED, page.error)

    def _wait(self, page: VerificationStep) -> None:
        if self.patience:
            self.window.page.clock.fast_forward(self.patience // dt.timedelta(milliseconds=1))
            self.helped = page.offers_help
            self.help_link = page.contact_link


class TryingAgain(Unanswered):
    """Waits for a mailed or texted code, tries again and has another one sent."""

    def _wait(self, page: VerificationStep) -> None:
        super()._wait(page)
        if not self.helped:
            return
        page.try_again()
        self.begun_anew = not page.awaits_code
        if self.begun_anew:
            page.send(self.wish.preferred[0])
