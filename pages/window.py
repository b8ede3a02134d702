"""A browser page that tells when what stands on it has been replaced."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from pages.scripts import ATTRIBUTE, LOOK, OPERABLE, TEXT, TOUCHED, TYPE, WATCH
from pages.sight import Sight
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page
    from pydantic import SecretStr

    from pages.element import Element

PATIENCE_MS = 30_000
GRACE_MS = 5_000
BLANK = "about:blank"
GONE = ("context was destroyed", "Cannot find context", "navigating")


class Window:
    """One browser page, waited on by what can be seen and never by time."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._sight: Sight | None = None
        page.add_init_script(WATCH)
        if page.url != BLANK:
            page.evaluate(WATCH)

    def go(self, address: str) -> None:
        """Open ``address``."""
        self._sight = None
        self.page.goto(address, wait_until="domcontentloaded")

    @property
    def sight(self) -> Sight:
        """What stood there when it was last looked at; what was typed since is not in it."""
        return self._sight or self.look()

    def look(self) -> Sight:
        """The page that stands there, as soon as one does."""
        return self._look("", PATIENCE_MS)

    def look_again(self, sight: Sight) -> Sight | None:
        """What comes after ``sight`` of its own accord; None if nothing does in a few seconds."""
        try:
            return self._look(sight.mark, GRACE_MS)
        except Inconclusive:
            return None

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Do something elsewhere that replaces the page, and wait until it is replaced."""
        before = self.look()
        yield
        self._look(before.mark, PATIENCE_MS)

    def press(self, element: Element) -> None:
        """
        Press what leads on, as the keyboard does, and wait for what comes.

        A key needs no element that stands still, which a mouse waits for; it does need one that
        is enabled.
        """
        with self._patience(element):
            element.on(self.page).and_(self.page.locator(OPERABLE)).press("Enter")
        self._look(TOUCHED, PATIENCE_MS)

    def tap(self, element: Element) -> None:
        """Click what leads on and may not take the focus, and wait for what comes."""
        with self._patience(element):
            element.on(self.page).click()
        self._look(TOUCHED, PATIENCE_MS)

    def fill(self, element: Element, text: str) -> None:
        """Type something that is no secret."""
        with self._patience(element):
            element.on(self.page).fill(text)

    def fill_secret(self, element: Element, secret: SecretStr) -> None:
        """Type a secret so that no log and no trace records it."""
        with self._patience(element):
            element.on(self.page).evaluate(TYPE, secret.get_secret_value())

    def shows(self, element: Element) -> bool:
        """Whether ``element`` is visible now."""
        return element.on(self.page).count() > 0

    def text_of(self, element: Element) -> str:
        """The visible text of ``element``, or an empty string where it is not shown."""
        text: str = element.on(self.page).evaluate_all(TEXT)
        return " ".join(text.split())

    def link_of(self, element: Element) -> str:
        """Where the link ``element`` leads, or an empty string where it is not shown."""
        return self.attribute_of(element, "href")

    def attribute_of(self, element: Element, name: str) -> str:
        """What the markup of ``element`` says; empty where it says nothing or is not shown."""
        value: str = element.on(self.page).evaluate_all(ATTRIBUTE, name)
        return value

    @contextmanager
    def _patience(self, element: Element) -> Iterator[None]:
        """An element that does not come leaves the harness without an answer, not broken."""
        try:
            yield
        except PlaywrightTimeout:
            raise Inconclusive(f"{self.look()} does not show {element}.") from None

    def _look(self, before: str, patience: float) -> Sight:
        """What stands there once it is another than ``before``, a mark, or TOUCHED, or empty."""
        end = time.monotonic() + patience / 1000
        while (left := end - time.monotonic()) > 0:
            if seen := self._seen(before, left * 1000):
                self._sight = Sight.of(seen)
                return self._sight
        where = self.page.url.partition("?")[0]
        raise Inconclusive(f"{where} showed nothing new in {patience / 1000:g} s")

    def _seen(self, before: str, patience: float) -> dict[str, Any] | None:
        """What the script sees; nothing if the page went away under it."""
        try:
            seen: dict[str, Any] | None = self.page.evaluate(LOOK, [before, patience])
        except PlaywrightError as error:
            if not any(word in error.message for word in GONE):
                raise
            return None
        return seen
