"""Following the sign-in into the registration and leaving it with nothing done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.hosts import MY_ACCOUNT
from pages.journeys.sign_in import SignIn, SignInToAccount
from pages.registration.authenticator import AppIntroduction
from pages.registration.closing import Review
from pages.registration.email import EmailAddress
from pages.registration.phone import PhoneNumber
from pages.registration.picker import MethodPicker
from pages.registration.questions import SecurityQuestions
from pages.sign_in.account import MyAccount
from pages.sign_in.more_information import MoreInformation
from sspr.policy import Method

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from pages.registration.wizard import WizardPage


FIRST = (AppIntroduction, EmailAddress, PhoneNumber, SecurityQuestions, MethodPicker)
"""The pages that a registration can begin with."""


@dataclass(frozen=True, slots=True)
class GivingUpStory:
    """
    What came of it.

    Attributes:
        began: The tenant's time before the first page.
        gave_up: Whether a registration had begun and could be left.
    """

    began: dt.datetime
    gave_up: bool


class GivingUp(SignIn):
    """Signs in, begins the registration that is asked for, and skips its setup."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness)
        self.began = means.now()
        self.gave_up = False
        self.on(MoreInformation, MoreInformation.comply)
        self.on(MyAccount, lambda _page: self.end())
        for first in FIRST:
            self.on(first, self._skip)

    def run(self) -> GivingUpStory:
        """Do it."""
        self.window.go(MY_ACCOUNT)
        self.travel()
        self.keep("Left the registration" if self.gave_up else "No registration to leave")
        return GivingUpStory(self.began, self.gave_up)

    def _skip(self, page: WizardPage) -> None:
        self.keep(page.name)
        page.skip_setup()
        self.gave_up = True


class Unconfirmed(SignInToAccount):
    """Signs in and, asked to confirm what is registered, looks at it and goes away."""

    def _put_off(self, page: MoreInformation) -> None:
        page.comply()

    def _confirm(self, page: Review) -> None:
        self.asked_to_confirm = True
        self.reviewed = frozenset(filter(page.lists, Method))
        self.keep(Review.name)
        if page.skippable:
            page.skip_setup()
        else:
            self.end()
