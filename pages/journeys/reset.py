"""Resetting a forgotten password at aka.ms/sspr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import START_RESET
from pages.journeys.journey import Journey
from pages.journeys.reset_story import Ending, ResetStory
from pages.journeys.verification import EASIEST_FIRST, verify
from pages.reset.blocked import Blocked
from pages.reset.done import ResetDone, UnlockDone
from pages.reset.new_password import NewPassword
from pages.reset.trouble import Trouble
from pages.reset.verification import VerificationStep
from pages.reset.who_are_you import WhoAreYou

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage
    from pydantic import SecretStr

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from pages.proof import Proof


class Reset(Journey):
    """
    Resets a password, or unlocks the account and keeps it.

    Attributes:
        new_password: What is chosen at the end; None stops at the first verification step.
        unlock: Whether to unlock alone, where that is offered.
        preferred: The proofs to use, the most welcome first.
    """

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        new_password: SecretStr | None = None,
        *,
        unlock: bool = False,
        preferred: tuple[Proof, ...] = EASIEST_FIRST,
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.new_password = new_password
        self.unlock = unlock
        self.preferred = preferred
        self.began = means.now()
        self.ending = Ending.ADMITTED
        self.captcha = self.asked_why = self.strength_shown = self.offers_contact = False
        self.code = self.contact_link = self.message = ""
        self.offered: list[tuple[Proof, ...]] = []
        self.tried: list[Proof] = []
        self._named = self._chose = False
        self._expect_the_portal()

    def run(self, address: str = START_RESET) -> ResetStory:
        """Do it."""
        self.window.go(address)
        self.travel()
        self.keep(self.ending.capitalize())
        accepted = self.tried[:-1] if self.ending is Ending.REFUSED_PROOF else self.tried
        return ResetStory(
            began=self.began,
            ending=self.ending,
            captcha=self.captcha,
            asked_why=self.asked_why,
            offered=tuple(self.offered),
            passed=tuple(accepted),
            strength_shown=self.strength_shown,
            code=self.code,
            offers_contact=self.offers_contact,
            contact_link=self.contact_link,
            message=self.message,
        )

    def _expect_the_portal(self) -> None:
        self.on(WhoAreYou, self._name_account)
        self.on(Trouble, self._say_why)
        self.on(VerificationStep, self._verify)
        self.on(NewPassword, self._choose_password)
        self.on(ResetDone, lambda page: self._close(Ending.RESET, page.message))
        self.on(UnlockDone, lambda _page: self._close(Ending.UNLOCKED))
        self.on(Blocked, self._note_block)

    def _close(self, ending: Ending, message: str = "") -> None:
        self.ending, self.message = ending, message
        self.end()

    def _name_account(self, page: WhoAreYou) -> None:
        if self._named:
            self._close(Ending.UNKNOWN_ACCOUNT, page.error)
            return
        self._named = True
        page.name_account(self.means.account)
        if picture := page.captcha:
            self.captcha = True
            page.solve(self.means.captcha(picture))
            self.keep("A picture has to be read")
        page.proceed()

    def _say_why(self, page: Trouble) -> None:
        self.asked_why = True
        if self.unlock:
            page.cannot_sign_in()
        else:
            page.forgot_password()

    def _verify(self, page: VerificationStep) -> None:
        if page.steps_passed < len(self.tried):
            self._close(Ending.REFUSED_PROOF, page.error)
            return
        self.offered.append(page.offered)
        if self.new_password is None and not self.unlock:
            self._close(Ending.ADMITTED)
            return
        proof = self._choice(page.offered)
        self.tried.append(proof)
        self.keep(f"Verification step {len(self.tried)}")
        verify(page, proof, self.means)

    def _choice(self, offered: tuple[Proof, ...]) -> Proof:
        """The most welcome proof that was not used; a tenant may offer only used ones."""
        known = [proof for proof in self.preferred if proof in offered] or list(offered)
        fresh = [proof for proof in known if proof not in self.tried]
        return (fresh or known)[0]

    def _choose_password(self, page: NewPassword) -> None:
        self.strength_shown = page.shows_strength
        if self._chose or self.new_password is None:
            self._close(Ending.REFUSED_PASSWORD, page.error)
            return
        self._chose = True
        page.choose(self.new_password)

    def _note_block(self, page: Blocked) -> None:
        self.code = page.code
        self.offers_contact = page.offers_contact
        self.contact_link = page.contact_link
        self._close(Ending.BLOCKED)
