"""Screens of our own, written from the facts, shown under the real addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from pages.window import Window
from sspr.bootstrap.browser import browser_executable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

SCREENS = Path(__file__).parent / "screens"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: while one is open its event loop keeps others from running."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_executable())
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here takes longer than a moment."""
    monkeypatch.setattr("pages.window.PATIENCE_MS", 3_000)


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[[str], Window]]:
    """Shows the screen of a file; nothing leaves the machine."""
    context = browser.new_context()
    page = context.new_page()

    def open_screen(name: str) -> Window:
        html = (SCREENS / f"{name}.html").read_text("utf-8")
        found = re.match(r"<!-- (\S+) -->", html)
        assert found, f"{name} names no address"
        body = f"<!doctype html>{html}"
        page.unroute_all()
        page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(found[1])
        return Window(page)

    yield open_screen
    context.close()
