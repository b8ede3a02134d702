"""Where one thing stands on a page, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Confidence(StrEnum):
    """How the place of an element is known."""

    HTML = "saved markup or ARIA snapshot of the real page"
    WIRE = "form field that tools post to or parse from the real page"
    SHOT = "read off a screenshot of the real page"
    CODE = "used by automation that runs against the real page"
    GUESS = "used by automation that looks guessed, or by one weak source"
    DOC = "Microsoft documentation"
    LAB = "Microsoft lab text"
    CLONE = "look-alike page made by a third party"
    MEMORY = "remembered, no source found"
    INFERRED = "inferred from the rest"


WORDINGS = ("name", "label", "placeholder", "text")


@dataclass(frozen=True, slots=True)
class Element:
    """
    One element of a page.

    Exactly one of ``css``, ``role``, ``label``, ``placeholder`` and ``text`` says where it is.

    Attributes:
        confidence: How the place is known.
        css: A CSS selector.
        role: An ARIA role; ``name`` narrows it down.
        name: The accessible name that goes with ``role``.
        label: The text of the label.
        placeholder: The placeholder of an input.
        text: The visible text.
        otherwise: Where the element is on other builds of the page.
        place: Which of the visible ones it is, counted from 0.
    """

    confidence: Confidence
    css: str = ""
    role: Any = ""
    name: str | re.Pattern[str] = ""
    label: str | re.Pattern[str] = ""
    placeholder: str | re.Pattern[str] = ""
    text: str | re.Pattern[str] = ""
    otherwise: Element | None = None
    place: int = 0

    def __str__(self) -> str:
        """What is looked for, for a person."""
        what = self.name or self.label or self.placeholder or self.text or self.css
        return what if isinstance(what, str) else what.pattern

    def on(self, page: Page | Locator) -> Locator:
        """The visible match on ``page``, the first if there are more."""
        return self.all(page).filter(visible=True).nth(self.place)

    def all(self, page: Page | Locator) -> Locator:
        """Every match on ``page``, hidden ones too."""
        here = self._here(page)
        return here.or_(self.otherwise.all(page)) if self.otherwise else here

    @property
    def plain(self) -> dict[str, Any]:
        """The same as plain data, for the script that finds it in the page."""
        wordings = {key: plain_wording(getattr(self, key)) for key in WORDINGS}
        otherwise = self.otherwise.plain if self.otherwise else None
        where = {"css": self.css, "role": self.role, "place": self.place}
        return {**where, **wordings, "otherwise": otherwise}

    def _here(self, page: Page | Locator) -> Locator:
        if self.css:
            return page.locator(self.css)
        if self.role:
            return (
                page.get_by_role(self.role, name=self.name)
                if self.name
                else page.get_by_role(self.role)
            )
        if self.label:
            return page.get_by_label(self.label)
        if self.placeholder:
            return page.get_by_placeholder(self.placeholder)
        return page.get_by_text(self.text)


def plain_wording(wording: str | re.Pattern[str]) -> str | list[str]:
    """Text stays text; a pattern becomes its source and its flags."""
    if isinstance(wording, str):
        return wording
    return [wording.pattern, "i" if wording.flags & re.IGNORECASE else ""]


def any_case(pattern: str) -> re.Pattern[str]:
    """A wording in small or capital letters."""
    return re.compile(pattern, re.IGNORECASE)
