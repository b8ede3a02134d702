"""A browser page that tells when what stands on it has been replaced."""

from __future__ import annotations

import itertools
import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from pydantic import SecretStr

from pages.element import plain_wording
from pages.scripts import (
    ASK,
    ATTRIBUTE,
    CHECKED,
    COVER,
    EACH,
    FOCUS,
    LOOK,
    SELECT,
    SHOWS,
    TEXT,
    TOUCHED,
    TYPE,
    WATCH,
)
from pages.sight import Sight
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

    from pages.element import Element

PATIENCE_MS = 30_000
GRACE_MS = 5_000
MANY_PAGES = 60
BLANK = "about:blank"
GONE = ("context was destroyed", "Cannot find context", "navigating")
_NUMBERS = itertools.count()


class Window:
    """One browser page, waited on by what can be seen and never by time."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._sight: Sight | None = None
        self._typing = SecretStr("")
        self._source = ""
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
        is enabled and takes the focus.
        """
        if self._focus(element):
            self.page.keyboard.press("Enter")
            self._look(TOUCHED, PATIENCE_MS)
        else:
            self.tap(element)

    def tap(self, element: Element) -> None:
        """Click what leads on and may not take the focus, and wait for what comes."""
        try:
            element.on(self.page).click()
        except PlaywrightTimeout:
            self._miss(element)
        self._look(TOUCHED, PATIENCE_MS)

    def fill(self, element: Element, text: str) -> None:
        """Type something that is no secret."""
        self._focus(element)
        self.page.keyboard.insert_text(text)

    def fill_secret(self, element: Element, secret: SecretStr) -> None:
        """Type a secret so that no log and no trace records it."""
        self._typing = secret
        if not self._source:
            self._source = f"__typing_{next(_NUMBERS)}"
            self.page.expose_binding(self._source, lambda _: self._typing.get_secret_value())
        self._insist(TYPE, element, PATIENCE_MS, self._source)

    def check(self, element: Element) -> None:
        """Choose a radio button or tick a box, if it is not yet."""
        self._focus(element)
        if not self._ask(CHECKED, element):
            self.page.keyboard.press("Space")

    def turn_to(self, element: Element) -> None:
        """Choose a radio button, if it is not yet, and wait for what it turns the page to."""
        if not self._ask(CHECKED, element):
            with self.turning():
                self.check(element)

    def select(self, element: Element, wording: re.Pattern[str]) -> None:
        """Choose from a list the first option whose text holds ``wording``."""
        self._insist(SELECT, element, PATIENCE_MS, plain_wording(wording))

    def each(self, element: Element, read: str) -> list[Any]:
        """What the script ``read`` tells of each visible match of ``element``."""
        found: list[Any] = self._ask(EACH % read, element)
        return found

    def shows(self, element: Element) -> bool:
        """Whether ``element`` is visible now."""
        return bool(self._ask(SHOWS, element))

    def text_of(self, element: Element) -> str:
        """The visible text of ``element``, or an empty string where it is not shown."""
        return " ".join(str(self._ask(TEXT, element)).split())

    def link_of(self, element: Element) -> str:
        """Where the link ``element`` leads, or an empty string where it is not shown."""
        return self.attribute_of(element, "href")

    def attribute_of(self, element: Element, name: str) -> str:
        """What the markup of ``element`` says; empty where it says nothing or is not shown."""
        return str(self._ask(ATTRIBUTE, element, name))

    def cover(self, elements: Iterable[Element]) -> None:
        """Let the next screenshot show none of ``elements``."""
        if found := [element.plain for element in elements]:
            self._evaluate(COVER, [found])

    def _focus(self, element: Element) -> bool:
        """Bring the keyboard to ``element``, once it can be used; whether it takes it."""
        return bool(self._insist(FOCUS, element, PATIENCE_MS))

    def _insist(self, script: str, element: Element, *more: Any) -> Any:
        """An element that does not come leaves the harness without an answer, not broken."""
        answer = self._ask(script, element, *more)
        return self._miss(element) if answer is None else answer

    def _miss(self, element: Element) -> NoReturn:
        raise Inconclusive(f"{self.look()} does not show {element}.") from None

    def _ask(self, script: str, element: Element, *more: Any) -> Any:
        return self._evaluate(script, [element.plain, *more])

    def _evaluate(self, script: str, argument: Any) -> Any:
        """What a script says; asked once more for each time that the page goes away under it."""
        for _ in range(MANY_PAGES):
            try:
                return self.page.evaluate(ASK % script, json.dumps(argument))
            except PlaywrightError as error:
                if not _is_gone(error):
                    raise
        raise Inconclusive(f"No page stays at {self.page.url.partition('?')[0]}.")

    def _look(self, before: str, patience: float) -> Sight:
        """What stands there once it is another than ``before``, a mark, or TOUCHED, or empty."""
        end = time.monotonic() + patience / 1000
        while (left := end - time.monotonic()) > 0:
            if seen := self._evaluate(LOOK, [before, left * 1000]):
                self._sight = Sight.of(json.loads(seen))
                return self._sight
        where = self.page.url.partition("?")[0]
        raise Inconclusive(f"{where} showed nothing new in {patience / 1000:g} s")


def _is_gone(error: PlaywrightError) -> bool:
    return any(word in error.message for word in GONE)
