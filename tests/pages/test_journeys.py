"""Journeys arrive whatever a tenant puts in their way, and tell what they met."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from pages.admin_center.notifications import Notifications
from pages.journeys.admin_center import AdminCenter
from pages.journeys.giving_up import GivingUp
from pages.journeys.managing import Errand, Managing
from pages.journeys.registration import Registration
from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.sign_in import SignInToAccount
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Inconclusive
from sspr.policy import Method
from tests.pages.conftest import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Route
    from playwright.sync_api import Page as BrowserPage

    Play = Callable[..., BrowserPage]

# Whatever is pressed leads to the next screen.
LEAD_ON = """<script>
addEventListener("click", (event) => {
  if (event.target.closest("[onclick*=hidden]")) return;
  if (event.target.closest("[type=submit], [type=button], button, a, [role=button]")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign("%s");
  }
}, true);
</script>"""


class Everything:
    """A traveller who has it all."""

    account = "ada@contoso.com"
    password = SecretStr("Secret-1234")
    alternate_email = "ada@home.test"
    mobile_phone = "+1 2025550123"

    next_password = None

    def __init__(self) -> None:
        self.app: SecretStr | None = None

    def ponder(self) -> None:
        """Take no time."""

    def now(self) -> dt.datetime:
        """Any time will do."""
        return dt.datetime(2024, 2, 16, tzinfo=dt.UTC)

    def phone_for(self, proof: Proof) -> str:
        """One number serves."""
        del proof
        return self.mobile_phone

    def mailed_code(self, since: dt.datetime) -> SecretStr:
        """A code."""
        del since
        return SecretStr("111111")

    texted_code = mailed_code

    def app_code(self) -> SecretStr:
        """Another code."""
        return SecretStr("222222")

    def enrol_app(self, secret: SecretStr) -> None:
        """Remember the secret."""
        self.app = secret

    def approve(self, number: str) -> None:
        """Do nothing."""

    def pick_up(self, proof: Proof) -> None:
        """Do nothing."""

    def choose_questions(
        self, offered: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, SecretStr], ...]:
        """The first of each row, and something."""
        return tuple((questions[0], SecretStr("Rex")) for questions in offered)

    def answers_to(self, questions: tuple[str, ...]) -> tuple[SecretStr, ...]:
        """The question is the answer."""
        return tuple(map(SecretStr, questions))

    def captcha(self, picture: str) -> str:
        """Any characters."""
        del picture
        return "ABC"


@pytest.fixture
def play(browser: Browser) -> Callable[..., BrowserPage]:
    """A browser page on which one screen follows another, whatever is pressed."""

    def open_page(*names: str) -> BrowserPage:
        page = browser.new_context().new_page()
        bodies = [(SCREENS / f"{name}.html").read_text("utf-8") for name in names]
        addresses = [re.match(r"<!-- (\S+) -->", body)[1] for body in bodies]
        first = f"<script>location.replace('{addresses[0]}')</script>"
        following = iter(zip(bodies, [*addresses[1:], "about:blank"], strict=True))

        def answer(route: Route) -> None:
            if "aka.ms" in route.request.url:
                route.fulfill(body=first, content_type="text/html")
                return
            if route.request.resource_type != "document":
                route.fulfill(status=404)
                return
            body, then = next(following)
            html = f"<!doctype html><meta charset=utf-8>{body}{LEAD_ON % then}"
            route.fulfill(body=html, content_type="text/html")

        page.route("**/*", answer)
        return page

    return open_page


@pytest.mark.parametrize(
    "screens",
    [
        ("UsernamePage.en", "PasswordPage.en", "MyAccount.any"),
        ("UsernamePage.ja", "PasswordPage.de", "StaySignedIn.fr", "MyAccount.any"),
        ("AccountPicker.en", "PasswordPage.en", "CodePrompt.en", "MyAccount.any"),
        (
            "UsernamePage.en",
            "PasswordPage.en",
            "ProofList.en",
            "CodePrompt.en",
            "MoreInformation.2026",
            "StaySignedIn.fr",
            "MyAccount.any",
        ),
    ],
)
def test_a_sign_in_arrives_whatever_lies_between(play: Play, screens: tuple[str, ...]) -> None:
    """A sign-in arrives, and tells of the second factor and the prompt it met."""
    story = SignInToAccount(play(*screens), Everything()).run()
    assert story.signed_in
    assert story.proved_twice is ("CodePrompt.en" in screens)
    assert story.asked_to_register is ("MoreInformation.2026" in screens)


def test_a_refused_password_is_given_once(play: Play) -> None:
    """A password that is refused ends the sign-in with what the page says."""
    page = play("UsernamePage.en", "PasswordPage.en", "PasswordPage.en")
    story = SignInToAccount(page, Everything()).run()
    assert not story.signed_in
    assert "incorrect" in story.error


def test_an_unknown_page_is_named(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that nobody knows ends the journey as inconclusive, by its address and heading."""
    monkeypatch.setattr("pages.window.GRACE_MS", 50)
    with pytest.raises(Inconclusive, match=r"nobody knows.*Protect your account"):
        SignInToAccount(play("UsernamePage.en", "strange"), Everything()).run()


def test_pages_in_circles_come_to_an_end(play: Play) -> None:
    """A page that comes back for ever ends the journey as inconclusive."""
    with pytest.raises(Inconclusive, match="circles"):
        SignInToAccount(play(*["StaySignedIn.fr"] * 70), Everything()).run()


NEW = Wish((SecretStr("Secret-5678"),))
RESET = ("WhoAreYou.captcha", "VerificationStep.first", "VerificationStep.first")


def test_a_reset_tells_its_steps(play: Play) -> None:
    """A reset in two steps tells the captcha, what was offered and what was passed."""
    page = play(*RESET, "VerificationStep.second", "NewPassword.en", "ResetDone.en")
    story = Reset(page, Everything(), NEW).run()
    assert story.ending is Ending.RESET
    assert story.captcha
    assert story.passed == (Proof.EMAIL, Proof.APP_CODE)
    assert story.offered[1] == (Proof.APP_CODE,)


def test_a_step_too_few_is_told_and_not_stumbled_over(play: Play) -> None:
    """A tenant that asks one step too few gets its reset, and the story has one step."""
    page = play(*RESET, "NewPassword.en", "ResetDone.en")
    story = Reset(page, Everything(), NEW).run()
    assert (story.ending, story.passed) == (Ending.RESET, (Proof.EMAIL,))


def test_a_refused_proof_is_not_repeated(play: Play) -> None:
    """A step that does not count ends the reset, and counts as passed nowhere."""
    page = play(*RESET, "VerificationStep.first")
    story = Reset(page, Everything(), NEW).run()
    assert (story.ending, story.passed) == (Ending.REFUSED_PROOF, ())


@pytest.mark.parametrize("before", [(), ("WhoAreYou.plain-ja",)])
def test_being_turned_away_is_an_outcome(play: Play, before: tuple[str, ...]) -> None:
    """A page that turns the user away ends the journey with its code, wherever it appears."""
    story = Reset(play(*before, "Blocked.group"), Everything()).run()
    assert (story.ending, story.code) == (Ending.BLOCKED, "SSPR_0013")
    assert story.offers_contact


def test_a_refused_password_is_an_outcome(play: Play) -> None:
    """A new password that is refused ends the reset as such."""
    page = play(*RESET, "NewPassword.en", "NewPassword.en")
    story = Reset(page, Everything(), NEW).run()
    assert story.ending is Ending.REFUSED_PASSWORD


SIGNED_IN = ("UsernamePage.en", "PasswordPage.en")


@pytest.mark.parametrize(
    "screens",
    [
        (
            *("MoreInformation.2026", "AppIntroduction.reskin", "AppSetup.reskin"),
            *("QrCode.reskin", "CodeEntry.app", "Success.added"),
            *("EmailAddress.reskin-de", "CodeEntry.email", "Success.added", "SecurityInfo.en"),
        ),
        (
            *("MoreInformation.older", "EmailAddress.older", "CodeEntry.email"),
            *("AppIntroduction.older", "AppSetup.older", "QrCode.older", "CodeEntry.app"),
            *("Success.older", "SecurityInfo.en"),
        ),
        (
            *("SecurityInfo.en", "MethodPicker.reskin", "AppIntroduction.reskin"),
            *("AppSetup.reskin", "QrCode.reskin", "CodeEntry.app", "Success.added"),
            *("SecurityInfo.en", "MethodPicker.reskin", "EmailAddress.reskin-de"),
            *("CodeEntry.email", "Success.added", "SecurityInfo.en"),
        ),
    ],
)
def test_a_registration_takes_methods_in_any_order(play: Play, screens: tuple[str, ...]) -> None:
    """Both generations of the wizard, and the manage mode, register what is wanted."""
    means = Everything()
    wanted = (Method.EMAIL, Method.APP_CODE)
    story = Registration(play(*SIGNED_IN, *screens), means, wanted).run()
    assert set(story.registered) == set(wanted)
    assert story.closed_with == "Done"
    assert means.app is not None


@pytest.mark.parametrize(
    ("screens", "method"),
    [
        (("AppIntroduction.older", "AppSetup.older", "QrCode.older"), Method.APP_NOTIFICATION),
        (("SecurityQuestions.inferred",), Method.SECURITY_QUESTIONS),
        (("PhoneNumber.older",), Method.MOBILE_PHONE),
    ],
)
def test_a_method_is_registered_whatever_proves_it(
    play: Play, screens: tuple[str, ...], method: Method
) -> None:
    """By an app's code, by questions answered and by a texted code: the success counts."""
    proving = () if method is Method.SECURITY_QUESTIONS else ("CodeEntry.app",)
    page = play(*SIGNED_IN, *screens, *proving, "Success.older", "SecurityInfo.en")
    story = Registration(page, Everything(), (method,)).run()
    assert story.registered == (method,)


def test_a_browser_without_cookies_is_an_outcome(play: Play) -> None:
    """The page that asks for cookies ends the reset as such."""
    story = Reset(play("WhoAreYou.plain-ja", "NoCookies.inferred"), Everything()).run()
    assert story.ending is Ending.NO_COOKIES


def test_an_errand_is_done_on_the_security_info_page(play: Play) -> None:
    """Who comes to delete a method signs in, deletes it and finds it gone."""
    page = play(*SIGNED_IN, "SecurityInfo.listing", "SecurityInfo.en")
    story = Managing(page, Everything(), Errand(delete=Method.EMAIL)).run()
    assert (story.opened, story.done, story.proved_twice) == (True, True, False)


def test_looks_good_closes_a_review(play: Play) -> None:
    """A review is closed with *Looks good*."""
    story = Registration(play(*SIGNED_IN, "Review.en", "MyAccount.any"), Everything(), ()).run()
    assert story.closed_with == "Looks good"


def test_who_may_not_register_is_told(play: Play) -> None:
    """A user who may register nothing ends the registration with that."""
    page = play(*SIGNED_IN, "NotEnabled.en")
    story = Registration(page, Everything(), (Method.EMAIL,)).run()
    assert (story.registered, story.error) == ((), "Not enabled")


SAVED = ("Notifications.en", "Notifications.refused")


def test_a_blade_is_read_after_the_sign_in(play: Play) -> None:
    """Whatever lies between, the story tells what the page of the admin center shows."""
    page = play(*SIGNED_IN, "StaySignedIn.fr", "Notifications.en")
    story = AdminCenter(page, Everything(), Notifications).run()
    assert (story.stood, story.editable) == (True, True)
    assert story.shown == {"notifications.users": True, "notifications.all_admins": False}
    assert not story.saved


def test_a_refused_edit_is_an_outcome(play: Play) -> None:
    """The story tells what was filled in and why the page did not save it."""
    page = play(*SIGNED_IN, *SAVED)
    story = AdminCenter(page, Everything(), Notifications, lambda _: None).run()
    assert (story.saved, story.refusal) == (False, "This cannot be saved.")
    assert story.filled == story.after


@pytest.mark.parametrize(
    ("screen", "denied", "error"),
    [
        ("NoAccess.inferred", True, "No access to Password reset."),
        ("Menu.en", False, "Password reset has no page Notifications."),
    ],
)
def test_a_blade_that_is_not_shown_is_told(
    play: Play, screen: str, error: str, *, denied: bool
) -> None:
    """An account without access is told apart from a tenant without the page."""
    story = AdminCenter(play(*SIGNED_IN, screen), Everything(), Notifications).run()
    assert (story.stood, story.denied, story.error) == (False, denied, error)


def test_a_registration_is_given_up(play: Play) -> None:
    """Who follows the sign-in into the registration can leave it again."""
    page = play(*SIGNED_IN, "MoreInformation.older", "AppIntroduction.older", "MyAccount.any")
    assert GivingUp(page, Everything()).run().gave_up
