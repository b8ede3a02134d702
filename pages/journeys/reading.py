"""Opening a page only to see which language it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.journeys.journey import Journey
from pages.journeys.sign_in import SignIn
from pages.registration.closing import Review
from pages.registration.security_info import SecurityInfo
from pages.reset.blocked import Blocked
from pages.reset.verification import VerificationStep
from pages.reset.who_are_you import WhoAreYou
from pages.sign_in.more_information import MoreInformation

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means


@dataclass(frozen=True, slots=True)
class ReadingStory:
    """
    What was read.

    Attributes:
        language: The language that the document says it is in, such as ``de-DE``.
        headings: What the page is headed.
    """

    language: str
    headings: tuple[str, ...]


class ReadingReset(Journey):
    """Opens the reset and reads its first page."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness) -> None:
        super().__init__(page, means, witness)
        self.on(WhoAreYou, lambda _page: self.end())

    def run(self, address: str) -> ReadingStory:
        """Do it."""
        return _read(self, address)


class ReadingVerification(ReadingReset):
    """Opens the reset and reads the page that asks to verify, or that turns away."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness) -> None:
        super().__init__(page, means, witness)
        self.on(WhoAreYou, self._name_account)
        for read in (VerificationStep, Blocked):
            self.on(read, lambda _page: self.end())

    def _name_account(self, page: WhoAreYou) -> None:
        page.name_account(self.means.account)
        if picture := page.captcha:
            page.solve(self.means.captcha(picture))
        page.proceed()


class ReadingSecurityInfo(SignIn):
    """Signs in to the security info and reads it."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness) -> None:
        super().__init__(page, means, witness)
        self.on(MoreInformation, MoreInformation.skip)
        self.on(Review, Review.confirm)
        self.on(SecurityInfo, lambda _page: self.end())

    def run(self, address: str) -> ReadingStory:
        """Do it."""
        return _read(self, address)


def _read(journey: Journey, address: str) -> ReadingStory:
    journey.window.go(address)
    journey.travel()
    journey.keep("The language of the page")
    declared = journey.window.page.locator("html").get_attribute("lang")
    return ReadingStory(declared or "", journey.window.look().headings)
