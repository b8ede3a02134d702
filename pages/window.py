"""A browser page that tells when what stands on it has been replaced."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from pages.sight import LOOK, Sight
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page
    from pydantic import SecretStr

    from pages.element import Element

# The value goes in through the input's own setter: Playwright's log records what fill() is given,
# and it does not record the argument of a script.
TYPE = """
(input, value) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, value);
  for (const name of ["input", "change", "keyup"])
    input.dispatchEvent(new Event(name, { bubbles: true }));
}
"""

ENABLED = """
async (button, patience) => {
  const end = performance.now() + patience;
  const off = () => button.disabled || button.getAttribute("aria-disabled") === "true";
  while (off() && performance.now() < end) await new Promise(requestAnimationFrame);
}
"""

PATIENCE_MS = 30_000
GRACE_MS = 5_000
GONE = ("context was destroyed", "Cannot find context", "navigating")


class Window:
    """One browser page, waited on by what can be seen and never by time."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, address: str) -> None:
        """Open ``address``."""
        self.page.goto(address, wait_until="domcontentloaded")

    def look(self) -> Sight:
        """The page that stands there, as soon as one does."""
        return self._look(None, PATIENCE_MS)

    def look_again(self, sight: Sight) -> Sight | None:
        """What comes after ``sight`` of its own accord; None if nothing does in a few seconds."""
        try:
            return self._look(sight.mark, GRACE_MS)
        except Inconclusive:
            return None

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Do something that replaces the page, and wait until it is replaced."""
        before = self.look()
        yield
        self._look(before.mark, PATIENCE_MS)

    def press(self, element: Element) -> None:
        """
        Press what leads on, as the keyboard does, and wait for what comes.

        A key needs no element that stands still, which a mouse waits for; it does need one that
        is enabled.
        """
        found = element.on(self.page)
        with self._patience(element):
            found.evaluate(ENABLED, PATIENCE_MS)
            with self.turning():
                found.press("Enter")

    def tap(self, element: Element) -> None:
        """Click what leads on and may not take the focus, and wait for what comes."""
        with self._patience(element), self.turning():
            element.on(self.page).click()

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
        found = element.on(self.page)
        return " ".join(found.inner_text().split()) if found.count() else ""

    def link_of(self, element: Element) -> str:
        """Where the link ``element`` leads, or an empty string where it is not shown."""
        found = element.on(self.page)
        return (found.get_attribute("href") or "") if found.count() else ""

    @contextmanager
    def _patience(self, element: Element) -> Iterator[None]:
        """An element that does not come leaves the harness without an answer, not broken."""
        try:
            yield
        except PlaywrightTimeout:
            raise Inconclusive(f"{self.look()} does not show {element}.") from None

    def _look(self, before: str | None, patience: float) -> Sight:
        while True:
            try:
                return Sight.of(self._seen(before, patience))
            except PlaywrightTimeout as late:
                where = self.page.url.partition("?")[0]
                raise Inconclusive(f"{where} showed nothing new in {patience / 1000:g} s") from late
            except PlaywrightError as error:
                if not any(word in error.message for word in GONE):
                    raise

    def _seen(self, before: str | None, patience: float) -> dict[str, Any]:
        """What the script sees: at once if it can, else as soon as it can."""
        seen: dict[str, Any] | None = self.page.evaluate(LOOK, before)
        if seen is None:
            seen = self.page.wait_for_function(LOOK, arg=before, timeout=patience).json_value()
        return seen
