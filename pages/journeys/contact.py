"""Asking administrators for help, turned away or waiting in vain for a code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.reset.blocked import Blocked
from pages.reset.contact import ContactForm, ContactSent

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from pages.reset.verification import VerificationStep

LONG_ENOUGH = dt.timedelta(seconds=30)  # until help is offered (C19)
ELSEWHERE = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class ContactStory:
    """
    What came of it.

    Attributes:
        began: The tenant's time before the first page.
        sent: Whether the page says that administrators have been written to.
        link: Where *Contact your administrator* leads, where that is away from the portal.
        told: How the portal turned the user away.
    """

    began: dt.datetime
    sent: bool
    link: str
    told: str


class Contact(Reset):
    """Asks for a reset and, turned away, turns to the administrators by the portal's own form."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness=witness)
        self.sent = False
        self.on(Blocked, self._turn_to_administrators)
        self.on(ContactForm, self._send)
        self.on(ContactSent, lambda _page: self._arrive())

    def ask(self) -> ContactStory:
        """Do it."""
        story = self.run()
        link = story.contact_link if story.contact_link.startswith(ELSEWHERE) else ""
        return ContactStory(story.began, self.sent, link, str(story))

    def _turn_to_administrators(self, page: Blocked) -> None:
        self._note_block(page)
        if self.story.contact_link.startswith(ELSEWHERE):
            self._close(Ending.BLOCKED)
        else:
            page.contact_administrator()

    def _send(self, page: ContactForm) -> None:
        self.keep(ContactForm.name)
        page.send()

    def _arrive(self) -> None:
        self.sent = True
        self._close(Ending.BLOCKED)


class ContactWhileWaiting(Contact):
    """
    Has a code sent and, when none comes, turns to the administrators by the portal's own form.

    The browser's clock is moved while it waits; the tenant's is not.
    """

    def ask(self) -> ContactStory:
        """Do it."""
        self.window.page.clock.install()
        return super().ask()

    def _verify(self, page: VerificationStep) -> None:
        proof = self.wish.choice(page.offered, ())
        page.choose(proof)
        page.send(proof)
        self.window.page.clock.fast_forward(LONG_ENOUGH // dt.timedelta(milliseconds=1))
        if page.offers_help:
            page.contact_administrator()
        else:
            self._close(Ending.ADMITTED, page.error)
