"""Opening the page *Registration and reset events* from the menu of *Password reset*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.admin_center.events import Events
from pages.admin_center.menu import Menu
from pages.admin_center.no_access import NoAccess
from pages.admin_center.properties import Properties
from pages.journeys.sign_in import SignInPast

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.admin_center.events import Event
    from pages.journeys.journey import Witness
    from pages.journeys.means import Means


@dataclass(frozen=True, slots=True)
class EventsStory:
    """
    What came of it.

    Attributes:
        stood: Whether the account was shown the page.
        events: What the page showed.
        error: Why it was not reached, or an empty string.
    """

    stood: bool
    events: tuple[Event, ...] = ()
    error: str = ""


class ReadingEvents(SignInPast):
    """Signs in to the admin center and reads the events of ``period``, or those shown at first."""

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        period: str = "",
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.story = EventsStory(stood=False)
        self._period = period
        self.on(Properties, Properties.open_usage)
        self.on(Events, self._read)
        for other in (Menu, NoAccess):
            self.on(other, lambda page: self.fail(f"{page.name}."))

    def run(self) -> EventsStory:
        """Do it."""
        self.window.go(Properties.url())
        self.travel()
        self.keep(Events.name if self.story.stood else "Where the admin center led")
        if self.story.stood:
            return self.story
        return EventsStory(stood=False, error=self.error or "The sign-in asked for more.")

    def _read(self, page: Events) -> None:
        if self._period:
            period, self._period = self._period, ""
            page.look_back(period)
            return
        self.story = EventsStory(stood=True, events=page.events)
        self.end()
