"""A window waits for what is seen, looks no more often than it must, and mistakes no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pages.element import Confidence, Element
from pages.window import Window
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    Open = Callable[[str], Window]

NEXT = Element(Confidence.INFERRED, role="button", name="Next")
BOX = Element(Confidence.INFERRED, css="#box")
LATE = "setTimeout(() => { document.title = 'next'; }, 100)"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens a page with this body."""
    context = browser.new_context()
    page = context.new_page()

    def open_body(body: str) -> Window:
        html = f"<!doctype html><title>first</title><body>{body}"
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
        window = Window(page)
        window.go("https://login.microsoftonline.com/")
        return window

    yield open_body
    context.close()


def test_what_was_seen_is_not_looked_at_again(opened: Open) -> None:
    """The sight that a turn ended with serves until the next one."""
    window = opened(f'<button onclick="{LATE}">Next</button>')
    before = window.sight
    assert window.sight is before
    window.press(NEXT)
    assert window.sight.title == "next"
    assert window.sight is not before


@pytest.mark.parametrize("lead_on", [Window.press, Window.tap])
def test_a_change_before_the_press_is_no_turn(
    opened: Open, lead_on: Callable[[Window, Element], None]
) -> None:
    """What typing changes on the page is not taken for what the press leads to."""
    hint = "document.querySelector('p').textContent = 'strong'"
    window = opened(f'<p>weak</p><input id="box" oninput="{hint}"><button onclick="{LATE}">Next')
    window.look()
    window.fill(BOX, "anything")
    lead_on(window, NEXT)
    assert window.sight.title == "next"


def test_a_page_that_was_not_looked_at_is_waited_on_as_well(opened: Open) -> None:
    """A press on a page that nobody has looked at yet still waits for what comes."""
    window = opened(f'<button onclick="{LATE}">Next</button>')
    window.press(NEXT)
    assert window.sight.title == "next"


@pytest.mark.parametrize("off", ["disabled", "aria-disabled=true"])
def test_a_press_waits_until_it_can_be_pressed(opened: Open, off: str) -> None:
    """A button that is out of order is not pressed before it is in order."""
    mend = "for (const name of ['disabled', 'aria-disabled']) b.removeAttribute(name)"
    press = "if (!b.hasAttribute('aria-disabled')) document.title = 'next'"
    window = opened(f"""<button id="b" {off} onclick="{press}">Next</button>
        <script>setTimeout(() => {{ {mend} }}, 200)</script>""")
    window.press(NEXT)
    assert window.sight.title == "next"


def test_a_press_without_an_answer_is_told(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A press that nothing follows ends without an answer, and names the page."""
    monkeypatch.setattr("pages.window.PATIENCE_MS", 100)
    window = opened("<button>Next</button>")
    with pytest.raises(Inconclusive, match=r"login\.microsoftonline\.com/ showed nothing new"):
        window.press(NEXT)


def test_a_page_behind_a_page_is_seen(opened: Open) -> None:
    """A press that leads to another document is over once that one stands there."""
    window = opened('<a role="button" href="/other">Next</a>')
    window.press(NEXT)
    assert window.sight.path == "/other"
