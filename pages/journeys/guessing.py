"""Trying one password after the other at the sign-in page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import MY_ACCOUNT
from pages.journeys.journey import Journey
from pages.sign_in.account import MyAccount
from pages.sign_in.more_information import MoreInformation
from pages.sign_in.password import PasswordPage
from pages.sign_in.stay_signed_in import StaySignedIn
from pages.sign_in.username import UsernamePage

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage
    from pydantic import SecretStr

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means


class Guessing(Journey):
    """Gives passwords until one is accepted or none is left."""

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        passwords: tuple[SecretStr, ...],
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.left = list(passwords)
        self.accepted = False
        self.on(UsernamePage, lambda page: page.continue_as(means.account))
        self.on(PasswordPage, self._guess)
        for arrived in (MyAccount, MoreInformation, StaySignedIn):
            self.on(arrived, lambda _page: self._arrive())

    def run(self) -> bool:
        """Do it; whether a password was accepted."""
        self.window.go(MY_ACCOUNT)
        self.travel()
        self.keep("After the last password")
        return self.accepted

    def _guess(self, page: PasswordPage) -> None:
        if self.left:
            page.sign_in_with(self.left.pop(0))
        else:
            self.end()

    def _arrive(self) -> None:
        self.accepted = True
        self.end()
