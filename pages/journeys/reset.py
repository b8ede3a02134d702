"""Resetting a forgotten password at aka.ms/sspr, or from the sign-in page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pages.journeys.journey import Journey
from pages.journeys.reset_story import Ending, ResetStory
from pages.journeys.verification import verify
from pages.journeys.wish import Wish
from pages.reset.banner import organization_on
from pages.reset.blocked import Blocked
from pages.reset.done import ResetDone, UnlockDone
from pages.reset.expired import Expired
from pages.reset.new_password import NewPassword
from pages.reset.no_cookies import NoCookies
from pages.reset.trouble import Trouble
from pages.reset.verification import VerificationStep
from pages.reset.who_are_you import WhoAreYou
from pages.sign_in.password import PasswordPage
from pages.sign_in.username import UsernamePage

if TYPE_CHECKING:
    import datetime as dt

    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from pages.proof import Proof

ASKED = Wish()


class Reset(Journey):
    """
    Resets a password, or unlocks the account and keeps it.

    Attributes:
        wish: What is wanted.
        story: What was met so far.
    """

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        wish: Wish = ASKED,
        witness: Witness = lambda *_: None,
    ) -> None:
        super().__init__(page, means, witness)
        self.wish = wish
        self.story = ResetStory(began=means.now())
        self._tried: Proof | None = None
        self._sent: dt.datetime | None = None
        self._named = 0
        self._forgot = False
        self._chosen = 0
        self._expect_the_portal()

    def run(self) -> ResetStory:
        """Do it."""
        self.window.go(self.wish.address)
        return self.go_on()

    def go_on(self) -> ResetStory:
        """Do it from the page on that stands there."""
        self.travel()
        self._tell(ended=self.means.now(), organization=organization_on(self.window))
        ending = self.story.ending
        self.keep(f"{ending[0].upper()}{ending[1:]}")
        return self.story

    def _expect_the_portal(self) -> None:
        self.on(UsernamePage, self._begin)
        self.on(PasswordPage, self._forget)
        self.on(WhoAreYou, self._name_account)
        self.on(Trouble, self._say_why)
        self.on(VerificationStep, self._verify)
        self.on(NewPassword, self._choose_password)
        self.on(ResetDone, self._note_reset)
        self.on(UnlockDone, self._note_unlock)
        self.on(NoCookies, lambda _page: self._close(Ending.NO_COOKIES))
        self.on(Expired, lambda _page: self._close(Ending.EXPIRED))
        self.on(Blocked, self._end_turned_away)

    def _tell(self, **news: Any) -> None:
        self.story = replace(self.story, **news)

    def _close(self, ending: Ending, message: str = "") -> None:
        self._tell(ending=ending, message=message)
        self.end()

    def _begin(self, page: UsernamePage) -> None:
        if not self.wish.cannot_access:
            page.continue_as(self.means.account)
        elif self._forgot:
            self._close(Ending.ASTRAY)
        else:
            self._forgot = True
            page.cannot_access()

    def _forget(self, page: PasswordPage) -> None:
        if self._forgot or not page.forgot_link:
            self._close(Ending.ASTRAY)
            return
        self._forgot = True
        page.forgot()

    def _name_account(self, page: WhoAreYou) -> None:
        if self._chosen or self._named >= self.wish.pictures:
            thrown_back = bool(self._chosen)
            ending = Ending.THROWN_BACK if thrown_back else Ending.UNKNOWN_ACCOUNT
            self._close(ending, page.error)
            return
        self._named += 1
        page.name_account(self.wish.account or self.means.account)
        if picture := page.captcha:
            self._tell(captcha=True)
            page.solve(self.wish.captcha or self.means.captcha(picture))
            self.keep("A picture has to be read")
        if not self.wish.cookies:
            self.window.page.context.clear_cookies()
        page.proceed()

    def _say_why(self, page: Trouble) -> None:
        self._tell(asked_why=True)
        if self.wish.unlock:
            page.cannot_sign_in()
        else:
            page.forgot_password()

    def _verify(self, page: VerificationStep) -> None:
        if not self._judged(page):
            return
        named = page.named
        offered = tuple(proof for proof, _ in named)
        self._tell(
            offered=(*self.story.offered, offered),
            named=(*self.story.named, *named),
            shown=(*self.story.shown, page.text),
        )
        if self.wish.only_asks:
            self._close(Ending.ADMITTED)
            return
        self._tried = self.wish.choice(offered, self.story.passed)
        self.keep(f"Verification step {len(self.story.passed) + 1}")
        self._sent = verify(page, self._tried, self.means, self._sent, self._read)

    def _read(self, shown: str) -> None:
        self._tell(shown=(*self.story.shown, shown))

    def _judged(self, page: VerificationStep) -> bool:
        """Whether to go on after the last proof; a page that counts no step refused it."""
        passed = self.story.passed
        if self._tried is None:
            return True
        if page.steps_passed > len(passed):
            self._accept()
            return True
        self._tell(refused_proofs=self.story.refused_proofs + 1)
        if self.story.refused_proofs >= self.wish.tries:
            self._close(Ending.REFUSED_PROOF, page.error)
            return False
        return True

    def _accept(self) -> None:
        """Whatever stands there now, the last proof led to it."""
        if self._tried is not None:
            self._tell(passed=(*self.story.passed, self._tried))
            self._tried = self._sent = None

    def _choose_password(self, page: NewPassword) -> None:
        self._accept()
        self._tell(
            strength_shown=page.shows_strength,
            refused_passwords=self._chosen,
            password_page=self.story.password_page + page.text,
        )
        if self._chosen >= len(self.wish.passwords):
            self._close(Ending.REFUSED_PASSWORD, page.error)
            return
        self._chosen += 1
        self.means.ponder()
        page.choose(self.wish.passwords[self._chosen - 1], self.means.confirmation)

    def _note_reset(self, page: ResetDone) -> None:
        self._tell(return_link=page.sign_in_link)
        self._close(Ending.RESET, page.message)

    def _note_unlock(self, _page: UnlockDone) -> None:
        self._accept()
        self._close(Ending.UNLOCKED)

    def _end_turned_away(self, page: Blocked) -> None:
        self._note_block(page)
        self._close(Ending.BLOCKED)

    def _note_block(self, page: Blocked) -> None:
        self._tell(
            code=page.code,
            offers_contact=page.offers_contact,
            contact_link=page.contact_link,
            support_code=page.support_code,
        )
