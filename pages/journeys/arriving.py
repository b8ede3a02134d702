"""Looking where an address leads whoever signs in where that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.journeys.giving_up import FIRST
from pages.journeys.sign_in import SignIn
from pages.registration.closing import Review, Success
from pages.registration.security_info import NotEnabled, SecurityInfo
from pages.reset.who_are_you import WhoAreYou
from pages.sign_in.account import MyAccount
from pages.sign_in.more_information import MoreInformation

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means

ENDS = (*FIRST, Review, Success, SecurityInfo, NotEnabled, WhoAreYou, MyAccount)


class Arriving(SignIn):
    """Opens an address and goes no further than the first page behind the sign-in."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness)
        self.on(MoreInformation, MoreInformation.skip)
        for kind in ENDS:
            self.on(kind, lambda _page: self.end())

    def run(self, address: str) -> str:
        """Do it; the answer is the host of the page that stands there."""
        self.window.go(address)
        self.travel()
        self.keep("Where the address leads")
        return self.window.sight.host
