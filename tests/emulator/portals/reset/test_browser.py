"""The portal's script in a real browser, its requests answered without a network."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pyotp
import pytest
from playwright.async_api import async_playwright, expect

from emulator.actions import phone
from emulator.actions.reset import captcha_answer
from emulator.store import PhonePrompt
from sspr.bootstrap.browser import browser_executable
from tests.emulator.portals.reset.conftest import HOST, SEED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page, Route

    from tests.emulator.portals.reset.conftest import Portal

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEW = "New-Harbor-8"
VIEW = "#ContentPlaceholderMainContent_CurrentViewName"
UNDONE = ("set-cookie", "content-length")


@asynccontextmanager
async def _window(portal: Portal, *said_besides: str) -> AsyncIterator[Page]:
    """A page whose requests go straight to the portal; its console says nothing unexpected."""
    said: list[str] = []

    async def answer(route: Route) -> None:
        asked = route.request
        got = await portal.client.request(
            asked.method, asked.url, content=asked.post_data_buffer, headers=asked.headers
        )
        headers = {k: v for k, v in got.headers.items() if k not in UNDONE}
        await route.fulfill(status=got.status_code, headers=headers, body=got.content)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_executable())
        page = await browser.new_page(locale="en-US")
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        await page.route("**/*", answer)
        yield page
        await browser.close()
    assert said == [*said_besides]


async def _name(portal: Portal, page: Page, who: str) -> None:
    await page.goto(HOST)
    source = await page.locator("#RepMapVisualChallenge").get_attribute("src") or ""
    answer = captcha_answer(portal.tenant, source.rpartition("/")[2]) or ""
    await page.get_by_label("Email or Username").fill(who)
    await page.locator("#RepMapChallengeSolution").fill(answer)
    await page.locator("#ContentPlaceholderMainContent_ButtonNext").click()
    await expect(page.locator(VIEW)).to_have_value("ViewMultigateUserControl")


def test_a_person_gets_through(portal: Portal) -> None:
    """By labels, roles and placeholders alone, and by the Enter key."""

    async def go() -> None:
        async with _window(portal) as page:
            await _name(portal, page, portal.ready())
            await page.get_by_role("button", name="Email", exact=True).click()
            code = page.get_by_placeholder("Enter your verification code")
            await expect(page.get_by_role("button", name="Next")).to_be_disabled()
            await code.fill(portal.code())
            await page.get_by_role("button", name="Next").click()
            await expect(page.get_by_text("verification step 1 ✓")).to_be_visible()
            await code.fill(pyotp.TOTP(SEED).at(portal.tenant.clock.now()))
            await code.press("Enter")
            await page.get_by_label("Enter new password").fill(NEW)
            await expect(page.locator("output")).to_have_text("strong")
            await page.get_by_label("Confirm new password").fill(NEW)
            await page.get_by_role("button", name="Finish").click()
            await expect(page.get_by_text("Your password has been reset")).to_be_visible()
            link = page.get_by_role("link", name="click here")
            assert await link.get_attribute("href") == "https://login.microsoftonline.com/"

    portal.runner.run(go())
    assert portal.signs_in("ada@contoso.com", NEW)


def test_nodes_are_replaced_on_each_postback(portal: Portal) -> None:
    """What was held before a postback is not on the page any more."""

    async def go() -> None:
        async with _window(portal) as page:
            await _name(portal, page, portal.ready())
            rows = "#MultigateAuthenticationControl_RadioTable tr"
            held = await page.query_selector(rows)
            assert held
            await page.get_by_role("radio", name="Enter a code").check()
            await expect(page.get_by_placeholder("Enter your verification code")).to_be_visible()
            assert not await held.evaluate("node => node.isConnected")
            assert await page.locator(rows).count() == 7
            assert await page.locator(f"{rows}:visible").count() == 2

    portal.runner.run(go())


def test_a_postback_that_fails_is_told(portal: Portal) -> None:
    """Where the service answers with an error the page says so at once, and begins again (K15)."""
    failed = (
        "Failed to load resource: the server responded with a status of 500 (Internal Server Error)"
    )

    async def fail(route: Route) -> None:
        await route.fulfill(status=500, body="")

    async def go() -> None:
        async with _window(portal, failed) as page:
            await _name(portal, page, portal.ready())
            await page.route("**/*", fail, times=1)
            await page.get_by_role("button", name="Email", exact=True).click()
            await expect(page.get_by_role("alert")).to_contain_text("did not answer")
            await expect(page.locator(VIEW)).to_have_value("")
            await page.get_by_role("link", name="Start again").click()
            await expect(page.locator(VIEW)).to_have_value("ViewUserIdentifierVerification")

    portal.runner.run(go())


def test_help_comes_after_ten_seconds(portal: Portal) -> None:
    """*Try again* and the way to the administrator appear when nothing has come for so long."""

    async def go() -> None:
        async with _window(portal) as page:
            await page.clock.install()
            await _name(portal, page, portal.ready())
            await page.get_by_role("button", name="Email", exact=True).click()
            again = page.get_by_role("link", name="Try again")
            await page.get_by_placeholder("Enter your verification code").wait_for()
            await expect(again).to_be_hidden()
            await page.clock.fast_forward(10_500)
            await expect(again).to_be_visible()
            contact = page.get_by_role("link", name="Contact your administrator")
            assert await contact.get_attribute("href") == "https://support.contoso.com/"
            await again.click()
            await expect(page.get_by_role("button", name="Email", exact=True)).to_be_visible()

    portal.runner.run(go())


def test_the_page_goes_on_by_itself_when_a_push_is_approved(portal: Portal) -> None:
    """Nobody presses anything on the page between the approval and the next step."""
    who = portal.give(portal.person(), email="a@mail.test", authenticator=SEED)

    def approve(number: int) -> None:
        with portal.tenant.store.begin() as session:
            phone.approve(session.query(PhonePrompt).one(), number=number)

    async def go() -> None:
        async with _window(portal) as page:
            await _name(portal, page, who)
            await page.get_by_role("radio", name="Approve a notification").check()
            await page.get_by_role("button", name="Send Notification").click()
            number = await page.get_by_role("status").inner_text()
            asyncio.get_running_loop().call_soon(approve, int(number))
            await expect(page.get_by_text("verification step 1 ✓")).to_be_visible()

    portal.runner.run(go())
