"""Microsoft's tutorial as a person carries it out, from a tenant that has never heard of it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sspr.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BEFORE = Path(__file__).parents[2] / "policies" / "before-the-tutorial.toml"
ADMIN_CENTER = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/PasswordResetMenuBlade/~/"
HELPDESK = "https://support.contoso.com/"
NEW_PASSWORD = "New-Harbor-88!"
METHODS = ("Mobile app notification", "Mobile app code", "Email", "Mobile phone")
CODE = "Enter your verification code"


@pytest.fixture(scope="module")
def embedded() -> Iterator[Embedded]:
    """A tenant before the tutorial."""
    emulator = Embedded.start(BEFORE)
    yield emulator
    emulator.stop()


class Practice:
    """The practice pages: who can sign in, and everybody's messages."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)

    def add_member(self) -> tuple[str, str]:
        """A new member of the group: sign-in name and password."""
        self.page.get_by_role("button", name="Add a member of SSPR-Test-Group").click()
        told = [_cell(self.page, "Sign-in name"), _cell(self.page, "Password")]
        return told[0].inner_text(), told[1].inner_text()

    def code(self, subject: str) -> str:
        """The code in the newest message of that subject."""
        with self._inbox() as inbox:
            inbox.get_by_role("link", name=re.compile(subject)).first.click()
            return _cell(inbox, "Codes in it").first.inner_text()

    def subjects(self) -> list[str]:
        """What has come, newest first."""
        with self._inbox() as inbox:
            return inbox.get_by_role("table").get_by_role("link").all_inner_texts()

    @contextmanager
    def _inbox(self) -> Iterator[Page]:
        # Closed again, since an inbox that stays open loads itself anew when a message comes.
        page = self.page.context.new_page()
        page.goto("https://emulator.test/inbox")
        yield page
        page.close()


def _cell(page: Page, row: str) -> Locator:
    return page.get_by_role("row", name=row).locator("code")


class Person:
    """Somebody with a browser window, a telephone and another mailbox."""

    def __init__(self, page: Page, practice: Practice, name: str, phone: str) -> None:
        self.page, self.practice = page, practice
        self.name, self.phone = name, phone

    def sign_in(self, address: str, password: str) -> None:
        """Open an address that wants to know who comes."""
        self.page.goto(address)
        self.page.get_by_placeholder("Email or phone").fill(self.name)
        self.page.get_by_role("button", name="Next").click()
        self.page.get_by_placeholder("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def register(self) -> None:
        """Give address and number where the wizard asks for an app first."""
        self.page.get_by_role("button", name="Next").click()
        self.page.get_by_role("button", name="I want to set up a different method").click()
        self.page.get_by_label("Which method would you like to use?").select_option("Email")
        self.page.get_by_role("button", name="Confirm").click()
        self._enter("Email", "other@mail.example", "account email verification code")
        self._enter("Enter phone number", self.phone, "Text:")
        expect(self.page.get_by_role("heading", name="Success!")).to_be_visible()
        self.page.get_by_role("button", name="Done").click()

    def reset(self, captcha: str) -> None:
        """Forget the password and choose another, by a mailed code and a texted one."""
        page = self.page
        page.get_by_label("Email or Username").fill(self.name)
        page.locator("#RepMapChallengeSolution").fill(captcha)
        page.get_by_role("link", name="Next").click()
        page.get_by_role("button", name="Email", exact=True).click()
        self._prove("account email verification code")
        page.get_by_role("radio", name="Text my mobile phone").check()
        page.get_by_placeholder("Enter your phone number").fill(f"+1 {self.phone}")
        page.get_by_role("button", name="Text", exact=True).click()
        self._prove("Text:")
        page.get_by_label("Enter new password").fill(NEW_PASSWORD)
        page.get_by_label("Confirm new password").fill(NEW_PASSWORD)
        page.get_by_role("button", name="Finish").click()
        expect(page.get_by_text("Your password has been reset")).to_be_visible()

    def _enter(self, placeholder: str, value: str, message: str) -> None:
        self.page.get_by_placeholder(placeholder).fill(value)
        self.page.get_by_role("button", name="Next").click()
        code = self.page.get_by_placeholder("Enter code")
        code.wait_for()
        code.fill(self.practice.code(message))
        self.page.get_by_role("button", name="Next").click()

    def _prove(self, message: str) -> None:
        code = self.page.get_by_placeholder(CODE)
        code.wait_for()
        code.fill(self.practice.code(message))
        self.page.get_by_role("button", name="Next").click()
        expect(code).to_be_hidden()


class AdminCenter:
    """*Password reset* in the admin center."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def blade(self, name: str) -> Locator:
        """The page of that name, by the menu on the left."""
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()
        return self.page.get_by_role("region", name=name)

    def save(self, blade: Locator) -> None:
        """*Save*, and see that it was."""
        blade.get_by_role("button", name="Save").click()
        expect(blade.get_by_role("status")).to_contain_text("saved")


def _enable(center: AdminCenter) -> None:
    """The steps of the tutorial, in its order."""
    blade = center.blade("Properties")
    blade.get_by_role("radio", name="Selected").check()
    blade.get_by_label("Select group").select_option("SSPR-Test-Group")
    center.save(blade)
    blade = center.blade("Authentication methods")
    blade.get_by_role("radiogroup", name="required to reset").get_by_label("2").check()
    for method in METHODS:
        blade.get_by_label(method).check()
    center.save(blade)
    blade = center.blade("Registration")
    blade.get_by_role("radiogroup", name="Require users to register").get_by_label("Yes").check()
    blade.get_by_label("Number of days").fill("180")
    center.save(blade)
    blade = center.blade("Notifications")
    for question in ("Notify users", "Notify all admins"):
        blade.get_by_role("radiogroup", name=question).get_by_label("Yes").check()
    center.save(blade)
    blade = center.blade("Customization")
    blade.get_by_role("radiogroup", name="Customize helpdesk link").get_by_label("Yes").check()
    blade.get_by_label("Custom helpdesk email or URL").fill(HELPDESK)
    center.save(blade)


def _captcha(embedded: Embedded, page: Page) -> str:
    """What a person reads in the picture."""
    picture = page.locator("#RepMapVisualChallenge").get_attribute("src") or ""
    return embedded.tenant.capabilities.captcha(picture.rpartition("/")[2]).get_secret_value()


def test_the_tutorial_is_carried_out_by_hand(embedded: Embedded, browser: Browser) -> None:
    """An administrator enables, a user registers and resets, and both are told by mail."""

    def window() -> Page:
        return browser.new_context(locale="en-US").new_page()

    practice = Practice(window(), embedded.doorway.get_secret_value())
    member, password = practice.add_member()
    keeper = embedded.greeting["administrator"]

    admin = Person(window(), practice, keeper["user_principal_name"], "2065550111")
    admin.sign_in(f"{ADMIN_CENTER}Properties", keeper["password"])
    admin.register()
    admin.page.get_by_role("button", name="No").click()
    _enable(AdminCenter(admin.page))

    user = Person(window(), practice, member, "2065550107")
    user.sign_in("https://aka.ms/ssprsetup", password)
    user.register()
    user.page.goto("https://aka.ms/sspr")
    user.reset(_captcha(embedded, user.page))
    user.page.get_by_role("link", name="click here").click()
    user.sign_in(user.page.url, NEW_PASSWORD)
    expect(user.page.get_by_role("heading", name="Stay signed in?")).to_be_visible()
    assert practice.subjects()[:2] == ["Your Contoso password has been reset"] * 2

    admin.page.goto("https://aka.ms/sspr")
    admin.reset(_captcha(embedded, admin.page))
    assert any("administrator" in subject for subject in practice.subjects()[:3])
