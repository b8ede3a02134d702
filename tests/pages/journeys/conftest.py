"""A browser in which one screen follows another."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page as BrowserPage

from tests.pages.conftest import SCREENS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

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


@pytest.fixture
def play(browser: Browser) -> Play:
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
