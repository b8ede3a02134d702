"""A way through pages: recognise what stands there, do what a person would, until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from pages.recognition import recognise
from pages.window import Window
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as BrowserPage

    from pages.journeys.means import Means
    from pages.page import Page
    from pages.sight import Sight

    P = TypeVar("P", bound=Page)
    Witness = Callable[[BrowserPage, str], object]

MANY_PAGES = 60


class Journey:
    """
    The engine under every journey.

    A subclass names by :meth:`on` what it does on which page. It ends by :meth:`end`, on a page
    that nobody knows, or when it turns in circles.

    Attributes:
        window: What the pages stand on.
        means: What the traveller has at hand.
        headings: What the pages on the way were headed.
        witness: Called where a moment is worth keeping, with the browser page and a title; what
            must not be seen of it is marked in the page.
    """

    def __init__(self, page: BrowserPage, means: Means, witness: Witness = lambda *_: None) -> None:
        self.window = Window(page)
        self.means = means
        self.witness = witness
        self.headings: set[str] = set()
        self._ended = False
        self._handlers: dict[type[Page], Callable[[Page], None]] = {}

    def on(self, page: type[P], handler: Callable[[P], None]) -> None:
        """Do ``handler`` wherever ``page`` stands."""
        self._handlers[page] = cast("Callable[[Page], None]", handler)

    def end(self) -> None:
        """Go no further than the page that stands there."""
        self._ended = True

    def keep(self, title: str) -> None:
        """Have this moment kept."""
        page = self.window.page
        kind = recognise(self.window.sight)
        self.window.cover(kind.masks if kind else ())
        self.witness(page, title)

    def travel(self) -> None:
        """
        Go on until the journey ends.

        Raises:
            Inconclusive: A page stands there that nobody knows, or there is no end.
        """
        for _ in range(MANY_PAGES):
            kind, sight = self._standing()
            self.headings |= set(sight.headings)
            handler = self._handlers.get(kind)
            if handler is None:
                raise Inconclusive(f"No way on from the page {kind.name!r}: {sight}.")
            handler(kind(self.window))
            if self._ended:
                return
        raise Inconclusive(f"The pages turn in circles at {self.window.sight}.")

    def _standing(self) -> tuple[type[Page], Sight]:
        sight: Sight | None = self.window.sight
        while sight is not None:
            if kind := recognise(sight):
                return kind, sight
            last, sight = sight, self.window.look_again(sight)
        raise Inconclusive(f"A page stands there that nobody knows: {last}.")
