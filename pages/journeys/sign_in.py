"""Signing in, with whatever Microsoft puts in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.hosts import MY_ACCOUNT
from pages.journeys.journey import Journey
from pages.registration.closing import Review
from pages.sign_in.account import MyAccount
from pages.sign_in.account_picker import AccountPicker
from pages.sign_in.failure import SignInFailure
from pages.sign_in.more_information import MoreInformation
from pages.sign_in.password import PasswordPage
from pages.sign_in.stay_signed_in import StaySignedIn
from pages.sign_in.update_password import UpdatePassword
from pages.sign_in.username import UsernamePage
from pages.sign_in.verify_identity import ApprovalPrompt, CodePrompt, ProofList

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from sspr.policy import Method

TRIES = 3
FACTOR_REFUSED = "The second factor was not accepted."


@dataclass(frozen=True, slots=True)
class SignInStory:
    """
    What came of an attempt to sign in.

    Attributes:
        signed_in: Whether it arrived.
        asked_to_register: Whether the user was asked for security info on the way.
        could_skip: Whether that could be put off.
        proved_twice: Whether a second factor was asked.
        had_to_change: Whether a new password was wanted on the way.
        asked_to_confirm: Whether the user was asked to confirm what is registered.
        reviewed: What the page that asked for it listed, where the user looked.
        error: Why it failed, as the page says, or an empty string.
    """

    signed_in: bool
    asked_to_register: bool
    could_skip: bool
    proved_twice: bool
    had_to_change: bool
    asked_to_confirm: bool
    error: str
    reviewed: frozenset[Method] = frozenset()


class SignIn(Journey):
    """Signs in; what lies behind it is up to the subclass."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness)
        self.asked_to_register = False
        self.could_skip = False
        self.proved_twice = False
        self.had_to_change = False
        self.asked_to_confirm = False
        self.error = ""
        self._tried: dict[type, int] = {}
        self._factor_asked_at = means.now()
        self.on(AccountPicker, lambda page: page.pick(means.account))
        self.on(StaySignedIn, StaySignedIn.decline)
        self.on(ProofList, ProofList.use_code)
        self.on(ApprovalPrompt, self._approve)
        self.on(UsernamePage, self._give_account)
        self.on(PasswordPage, self._give_password)
        self.on(CodePrompt, self._give_code)
        self.on(UpdatePassword, self._update_password)
        self.on(SignInFailure, lambda page: self.fail(page.error))

    def fail(self, error: str) -> None:
        """End it with what the page says."""
        self.error = error
        self.end()

    def _again(self, kind: type, limit: int = 1) -> bool:
        """Whether ``kind`` came back more often than a person would put up with."""
        self._tried[kind] = self._tried.get(kind, 0) + 1
        return self._tried[kind] > limit

    def _give_account(self, page: UsernamePage) -> None:
        if self._again(UsernamePage):
            self.fail(page.error)
        else:
            page.continue_as(self.means.account)

    def _give_password(self, page: PasswordPage) -> None:
        if self._again(PasswordPage):
            self.fail(page.error)
        else:
            self._factor_asked_at = self.means.now()
            page.sign_in_with(self.means.password)

    def _update_password(self, page: UpdatePassword) -> None:
        self.had_to_change = True
        if self.means.next_password is None or self._again(UpdatePassword):
            self.fail(page.error)
        else:
            page.change(self.means.password, self.means.next_password, self.means.confirmation)

    def _give_code(self, page: CodePrompt) -> None:
        self.proved_twice = True
        if self._again(CodePrompt, TRIES):
            self.fail(f"{FACTOR_REFUSED} {page.error}".strip())
        else:
            page.verify(self.means.second_factor(self._factor_asked_at))

    def _approve(self, page: ApprovalPrompt) -> None:
        self.proved_twice = True
        with self.window.turning():
            self.means.approve(page.number)


class SignInPast(SignIn):
    """Signs in and puts off what can be put off; where it leads is up to the subclass."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness)
        self.reviewed: frozenset[Method] = frozenset()
        self.on(MoreInformation, self._put_off)
        self.on(Review, self._confirm)

    def _put_off(self, page: MoreInformation) -> None:
        self.asked_to_register = True
        self.keep("Asked for security info")
        self.could_skip = page.skippable
        if page.skippable:
            page.skip()
        else:
            self.end()

    def _confirm(self, page: Review) -> None:
        self.asked_to_confirm = True
        self.keep(Review.name)
        page.confirm()


class SignInToAccount(SignInPast):
    """Signs in to *My Account*."""

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        super().__init__(page, means, witness)
        self.signed_in = False
        self.on(MyAccount, lambda _page: self._arrive())

    def run(self) -> SignInStory:
        """Do it."""
        self.window.go(MY_ACCOUNT)
        self.travel()
        self.keep("Signed in" if self.signed_in else "Sign-in refused")
        return SignInStory(
            signed_in=self.signed_in,
            asked_to_register=self.asked_to_register,
            could_skip=self.could_skip,
            proved_twice=self.proved_twice,
            had_to_change=self.had_to_change,
            asked_to_confirm=self.asked_to_confirm,
            error=self.error,
            reviewed=self.reviewed,
        )

    def _arrive(self) -> None:
        self.signed_in = True
        self.end()
