"""Registering security info at aka.ms/ssprsetup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import START_REGISTRATION
from pages.journeys.registration_story import RegistrationStory
from pages.journeys.sign_in import SignIn
from pages.proof import Proof
from pages.registration.authenticator import AppApproval, AppIntroduction, AppSetup, QrCode
from pages.registration.closing import Review, Success
from pages.registration.code import CodeEntry
from pages.registration.email import EmailAddress
from pages.registration.phone import Calling, PhoneNumber
from pages.registration.picker import MethodPicker
from pages.registration.questions import SecurityQuestions
from pages.registration.security_info import NotEnabled, SecurityInfo
from pages.sign_in.more_information import MoreInformation
from sspr.policy.model import Method

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage
    from pydantic import SecretStr

    from pages.journeys.journey import Witness
    from pages.journeys.means import Means
    from pages.registration.wizard import WizardPage

NO_CHOICE = "The wizard offers no other method to choose."
PATIENCE = 2
"""How often a person types the code for one method."""
NOTHING_MORE = "The security info offers nothing to add."


class Registration(SignIn):
    """
    Signs in at the registration and sets up the wanted methods, whichever are asked first.

    Attributes:
        missing: The methods that are still to be set up.
        curious: Whether to look in the end at what else could be added.
        by_call: Whether to have the phone called instead of texted.
    """

    def __init__(
        self,
        page: BrowserPage,
        means: Means,
        wanted: tuple[Method, ...],
        witness: Witness = lambda *_: None,
        *,
        curious: bool = False,
        by_call: bool = False,
    ) -> None:
        super().__init__(page, means, witness)
        self.curious = curious
        self.by_call = by_call
        self.began = means.now()
        self.missing = list(wanted)
        self.registered: list[Method] = []
        self.closed_with = ""
        self.in_wizard = 0
        self.offered: set[Method] = set()
        self.alternate_phone = False
        self.questions = 0
        self.contact_links: dict[str, str] = {}
        self._setting_up: Method | None = None
        self._let_go = False
        self._asked_at = self.began
        self._expect_the_wizard()

    def run(self, address: str = START_REGISTRATION) -> RegistrationStory:
        """Do it."""
        self.window.go(address)
        self.travel()
        return RegistrationStory(
            began=self.began,
            asked_at_sign_in=self.asked_to_register,
            registered=tuple(self.registered),
            proved_twice=self.proved_twice,
            closed_with=self.closed_with,
            in_wizard=self.in_wizard,
            offered=frozenset(self.offered),
            alternate_phone=self.alternate_phone,
            headings=frozenset(self.headings),
            questions=self.questions,
            contact_links=self.contact_links,
            error=self.error,
        )

    def _expect_the_wizard(self) -> None:
        self.on(MoreInformation, self._comply)
        self.on(AppIntroduction, self._introduce_app)
        self.on(AppSetup, AppSetup.proceed)
        self.on(QrCode, self._take_secret)
        self.on(AppApproval, self._approve_registration)
        self.on(EmailAddress, self._give_address)
        self.on(PhoneNumber, self._give_number)
        self.on(Calling, self._pick_up)
        self.on(SecurityQuestions, self._answer_questions)
        self.on(CodeEntry, self._give_registration_code)
        self.on(MethodPicker, self._pick)
        self.on(Success, self._finish)
        self.on(Review, self._confirm)
        self.on(SecurityInfo, self._add)
        self.on(NotEnabled, lambda _page: self.fail(NotEnabled.name))

    def _comply(self, page: MoreInformation) -> None:
        self._let_go = bool(self.registered)
        self.asked_to_register = True
        self.keep("Asked for security info")
        page.comply()

    def _introduce_app(self, page: AppIntroduction) -> None:
        self._note(page)
        if page.error:
            self.fail(page.error)
        elif Method.APP_NOTIFICATION in self.missing:
            self._setting_up = Method.APP_NOTIFICATION
            page.proceed()
        elif Method.APP_CODE in self.missing:
            self._setting_up = Method.APP_CODE
            page.use_another_app()
        else:
            self._choose_another(page)

    def _choose_another(self, page: WizardPage) -> None:
        if page.offers_another_method:
            page.choose_another_method()
        else:
            self.fail(NO_CHOICE)

    def _take_secret(self, page: QrCode) -> None:
        by_code = self._setting_up is not Method.APP_NOTIFICATION
        if page.error:
            self.fail(page.error)
            return
        if secret := page.secret if by_code else page.secret_if_shown:
            self.means.enrol_app(secret)
        page.proceed()

    def _approve_registration(self, page: AppApproval) -> None:
        with self.window.turning():
            self.means.approve(page.number)
        self._settle(page)

    def _give_address(self, page: EmailAddress) -> None:
        self._note(page)
        if Method.EMAIL not in self.missing:
            self._choose_another(page)
            return
        self._setting_up = Method.EMAIL
        self._asked_at = self.means.now()
        page.register(self.means.alternate_email)

    def _give_number(self, page: PhoneNumber) -> None:
        self._note(page)
        asked = Method.OFFICE_PHONE if page.for_office else Method.MOBILE_PHONE
        if asked not in self.missing:
            self._choose_another(page)
            return
        if page.error:
            self.fail(page.error)
            return
        self._setting_up = asked
        self._asked_at = self.means.now()
        if page.for_office:
            page.register(self.means.phone_for(Proof.OFFICE_CALL), call=True)
        else:
            page.register(self.means.mobile_phone, call=self.by_call)

    def _pick_up(self, page: Calling) -> None:
        with self.window.turning():
            self.means.pick_up(Proof.CALL)
        self._settle(page)

    def _answer_questions(self, page: SecurityQuestions) -> None:
        self._note(page)
        if Method.SECURITY_QUESTIONS not in self.missing:
            self._choose_another(page)
        elif page.error:
            self.fail(page.error)
        else:
            self._setting_up = Method.SECURITY_QUESTIONS
            self.questions = len(page.offered)
            page.answer(self.means.choose_questions(page.offered))
            self._settle(page)

    def _give_registration_code(self, page: CodeEntry) -> None:
        if self._setting_up is None or self._again(CodeEntry, len(self.registered) + PATIENCE):
            self.fail(page.error)
            return
        page.enter(self._code())
        self._settle(page)

    def _code(self) -> SecretStr:
        if self._setting_up is Method.EMAIL:
            return self.means.mailed_code(self._asked_at)
        if self._setting_up is Method.MOBILE_PHONE:
            return self.means.texted_code(self._asked_at)
        return self.means.app_code()

    def _settle(self, page: WizardPage) -> None:
        """The method counts as registered once the page that proves it is gone without an error."""
        if self._setting_up and not page.stands(self.window.sight) and not page.error:
            self.missing.remove(self._setting_up)
            self.registered.append(self._setting_up)
            self.in_wizard += not self._let_go
            self._setting_up = None

    def _pick(self, page: MethodPicker) -> None:
        offered = page.offered
        self.offered |= offered
        self.alternate_phone |= page.offers_alternate_phone
        wanted = [method for method in self.missing if method in offered]
        if not self.missing:
            self.keep(MethodPicker.name)
            self.end()
        elif wanted:
            page.choose(wanted[0])
        else:
            self.fail(NO_CHOICE)

    def _finish(self, page: Success) -> None:
        self.keep(page.heading)
        self.closed_with = "Done"
        page.finish()

    def _confirm(self, page: Review) -> None:
        self.keep(Review.name)
        self.closed_with = "Looks good"
        self._let_go = True
        page.confirm()
        if not self.missing and not self.curious:
            self.end()

    def _add(self, page: SecurityInfo) -> None:
        self._note(page)
        self._let_go = True
        if (self.missing or self.curious) and page.offers_more:
            self.curious = False
            page.add_method()
        elif self.missing:
            self.fail(NOTHING_MORE)
        else:
            self.keep(SecurityInfo.name)
            self.end()

    def _note(self, page: WizardPage) -> None:
        self.contact_links[page.name] = page.contact_link
