"""The scripts of sign-in and registration, run by a real browser over TLS."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.emulator.rules.test_totp import code_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from sspr.embedded import Embedded

pytestmark = pytest.mark.browser
ACCOUNT = "https://myaccount.microsoft.com/"
OLD, NEW = dt.date(2024, 2, 16), dt.date(2026, 11, 22)


class Stage:
    """An emulator with its administrator, and a browser that reaches it."""

    def __init__(self, embedded: Embedded, browser: Browser, *, reskinned: bool) -> None:
        self.embedded = embedded
        self.reskinned = reskinned
        self._browser = browser
        administrator = embedded.greeting["administrator"]
        self.name: str = administrator["user_principal_name"]
        self.password: str = administrator["password"]

    def page(self) -> Page:
        """A page of a fresh private context."""
        page = self._browser.new_context().new_page()
        page.set_default_timeout(15_000)
        return page

    def sign_in(self, page: Page, address: str = ACCOUNT) -> None:
        """Give name and password."""
        page.goto(address)
        page.fill("#i0116", self.name)
        page.click("#idSIButton9")
        page.fill("#i0118", self.password)
        page.click("#idSIButton9")

    def now(self) -> dt.datetime:
        """The tenant's time."""
        offset = self.embedded.greeting["clock_offset_seconds"]
        return dt.datetime.now(dt.UTC) + dt.timedelta(seconds=offset)

    def approve(self, number: int) -> None:
        """Approve the push that rings with ``number``."""
        self.embedded.tenant.capabilities.approve_push(self.name, number)


@pytest.fixture(params=[OLD, NEW], ids=["old", "new"])
def stage(request: pytest.FixtureRequest, embedded: Embedded, browser: Browser) -> Stage:
    """The tutorial's tenant, in each generation of the pages."""
    embedded.reset(service_date=request.param)
    return Stage(embedded, browser, reskinned=request.param == NEW)


def register_push(stage: Stage, page: Page) -> None:
    """From the first page of the wizard through the approved push."""
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    shown = page.locator("p.identity")
    stage.approve(int(shown.inner_text()))
    if stage.reskinned:
        page.get_by_role("button", name="Done").click()
    expect(page.get_by_placeholder("Enter phone number")).to_be_visible()


def test_the_pages_work_as_people_use_them(stage: Stage) -> None:
    """Errors, the way back, the interrupt, a push that the page waits for, and Enter on a form."""
    page = stage.page()
    page.goto(ACCOUNT)
    expect(page.locator("body")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#usernameError")).to_contain_text("Enter a valid email address")
    page.fill("#i0116", "nobody@contoso.com")
    page.keyboard.press("Enter")
    expect(page.locator("#usernameError")).to_contain_text("may be incorrect")

    page.fill("#i0116", stage.name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name=f"Enter the password for {stage.name}")).to_be_focused()
    expect(page.locator("#displayName")).to_have_text(stage.name)
    assert page.locator("input[name=loginfmt]:not(.moveOffScreen)").count() == 0
    page.locator("#idBtn_Back").click()
    expect(page.locator("#i0116")).to_have_value(stage.name)
    page.keyboard.press("Enter")
    page.locator("#i0118").press("Enter")
    expect(page.locator("#passwordError")).to_have_text("Please enter your password.")
    page.fill("#i0118", "wrong")
    page.keyboard.press("Enter")
    expect(page.locator("#passwordError")).to_contain_text("reset it now.")
    page.evaluate("document.addEventListener('click', (e) => e.preventDefault(), {once: true})")
    page.locator("#idA_PWD_ForgotPassword").click()
    link = page.locator("#idA_PWD_ForgotPassword").get_attribute("href")
    assert link is not None
    assert f"username={stage.name.replace('@', '%40')}" in link

    page.fill("#i0118", stage.password)
    page.keyboard.press("Enter")
    page.locator("#idSubmit_ProofUp_Redirect").click()
    register_push(stage, page)


def test_a_code_on_the_page_registers_by_enter(stage: Stage) -> None:
    """The secret is shown once asked for, Enter sends the code, and *No* ends the questions."""
    page = stage.page()
    stage.sign_in(page)
    page.locator("#idSubmit_ProofUp_Redirect").click()
    page.get_by_role("button", name=re.compile("different authentic")).click()
    page.get_by_role("button", name="Next").click()
    reveal = page.get_by_role("button", name=re.compile("Can.t scan"))
    secret = page.locator(".ms-pii")
    expect(secret).to_be_hidden()
    reveal.click()
    expect(secret).to_be_visible()
    seed = secret.inner_text().upper()
    page.get_by_role("button", name="Next").click()
    page.get_by_placeholder("Enter code").fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("wrong")
    page.get_by_placeholder("Enter code").fill(code_of(seed, int(stage.now().timestamp()) // 30))
    page.keyboard.press("Enter")
    expect(page.get_by_placeholder("Enter code")).to_be_hidden()


def test_a_push_at_sign_in_goes_on_by_itself(stage: Stage) -> None:
    """Approved in the app, the page that shows the number leaves without a click."""
    page = stage.page()
    stage.sign_in(page)
    page.locator("#idSubmit_ProofUp_Redirect").click()
    register_push(stage, page)

    other = stage.page()
    stage.sign_in(other, "https://mysignins.microsoft.com/security-info")
    stage.approve(int(other.locator("#idRichContext_DisplaySign").inner_text()))
    expect(other.locator("#idSubmit_ProofUp_Redirect")).to_be_visible()
