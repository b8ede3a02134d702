"""The practice pages as a person meets them, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from emulator.actions import phone
from emulator.post import Mail
from emulator.store import User
from sspr.wire import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from anyio.from_thread import BlockingPortal
    from playwright.sync_api import Browser, Page

    from emulator.server import Server

pytestmark = pytest.mark.browser

HOSTILE = """
<h1>Verify</h1><p>Your code is: 482913</p>
<script>document.querySelector("h1").textContent = "Taken over"</script>
<img src="https://aka.ms/spy.png" onerror="parent.document.title = 'Taken over'">
<form action="https://emulator.test/control/reset" method="post"><button>Win</button></form>
"""


@pytest.fixture(scope="module")
def route(server: Server) -> Route:
    """The way of the browser, to the emulator in this process."""
    words = server.greeting()
    return Route(words["port"], words["certificate"], words["spki"])


@pytest.fixture
def page(server: Server, browser: Browser) -> Iterator[Page]:
    """The practice home of a fresh tenant, opened by the address that a person is told."""
    server.emulator.reset()
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(f"https://emulator.test/?token={server.emulator.control_token}")
    yield page
    context.close()


def test_the_token_does_not_stay_in_the_address(server: Server, page: Page) -> None:
    """What the person sees, copies or photographs afterwards holds no secret."""
    assert page.url == "https://emulator.test/"
    assert server.emulator.control_token not in page.content()


def test_the_inbox_shows_news_by_itself(server: Server, page: Page, portal: BlockingPortal) -> None:
    """A text that arrives while the inbox is open appears without a click."""
    page.get_by_role("link", name="Inbox").first.click()
    expect(page.get_by_text("Nothing has been sent yet.")).to_be_visible()
    portal.call(server.emulator.post.text, "+1 5550100", "Your code is 904512")
    expect(page.get_by_role("link", name="Your code is 904512")).to_be_visible()


def test_a_hostile_mail_can_do_nothing(server: Server, page: Page, portal: BlockingPortal) -> None:
    """Its words are shown; its script, picture and form reach nothing."""
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    mail = Mail("eve@x.example", "Eve", "jo@away.example", "News", HOSTILE, "words")
    tenant = server.emulator.tenant
    portal.call(server.emulator.post.mail, mail)
    page.goto("https://emulator.test/inbox")
    page.get_by_role("link", name="News").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Verify")).to_be_visible()
    frame.get_by_role("button", name="Win").click()
    expect(page).to_have_title("News")
    assert not [url for url in asked if "spy" in url]
    assert server.emulator.tenant is tenant


def test_a_push_is_approved_by_hand(server: Server, page: Page) -> None:
    """The number typed into the inbox is what the app answers with."""
    tenant = server.emulator.tenant
    with tenant.store.begin() as session:
        prompt = phone.push(session, tenant, session.query(User).one())
    page.goto("https://emulator.test/inbox")
    page.get_by_label("Number that the page shows").fill(str(prompt.shown))
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("heading", name="Ringing now")).to_be_hidden()
    with tenant.store.begin() as session:
        assert phone.state(session, tenant, prompt.id) == "approved"


def test_a_tenant_is_made_anew_by_hand(server: Server, page: Page) -> None:
    """Two clicks, and the person stands at the home of an empty tenant."""
    before = server.emulator.tenant
    page.get_by_role("button", name="Add an administrator").click()
    page.get_by_role("link", name="Control").click()
    page.get_by_role("button", name="Make the tenant anew").click()
    expect(page).to_have_url("https://emulator.test/")
    expect(page.get_by_role("button", name="New password")).to_have_count(1)
    assert server.emulator.tenant is not before
