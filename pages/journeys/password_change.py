"""Changing a password that is known, at My Sign-ins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.hosts import CHANGE_PASSWORD
from pages.journeys.sign_in import SignIn
from pages.registration.closing import Review
from pages.registration.password_change import ChangePassword, PasswordChanged
from pages.sign_in.more_information import MoreInformation

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Page as BrowserPage
    from pydantic import SecretStr

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means


@dataclass(frozen=True, slots=True)
class PasswordChangeStory:
    """
    What came of it.

    Attributes:
        began: The tenant's time before the first page.
        changed: Whether the new password was accepted.
        asked_present: Whether the present one was asked for.
        error: Why it was not, as the page says, or an empty string.
    """

    began: dt.datetime
    changed: bool
    asked_present: bool
    error: str


class PasswordChange(SignIn):
    """Signs in and changes the password to a new one, putting off what can be put off."""

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        new: SecretStr,
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.began = means.now()
        self.new = new
        self.changed = False
        self.asked_present = False
        self._present = means.password
        self.on(MoreInformation, self._put_off)
        self.on(Review, Review.confirm)
        self.on(ChangePassword, self._change)
        self.on(PasswordChanged, lambda _page: self._arrive())

    def run(self, present: SecretStr | None = None) -> PasswordChangeStory:
        """Do it; ``present`` is given as the present password in place of the right one."""
        self._present = present or self.means.password
        self.window.go(CHANGE_PASSWORD)
        self.travel()
        self.keep(PasswordChanged.name if self.changed else ChangePassword.name)
        return PasswordChangeStory(self.began, self.changed, self.asked_present, self.error)

    def _put_off(self, page: MoreInformation) -> None:
        if page.skippable:
            page.skip()
        else:
            self.fail("Security info must be registered first.")

    def _change(self, page: ChangePassword) -> None:
        if self._again(ChangePassword):
            self.fail(page.error)
        else:
            self.asked_present = page.asks_present
            page.change(self._present, self.new, self.means.confirmation)

    def _arrive(self) -> None:
        self.changed = True
        self.end()
