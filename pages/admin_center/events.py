"""*Registration and reset events*: what people used their methods for (J18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.admin_center.controls import Form
from pages.element import Confidence, Element
from pages.hosts import ADMIN_CENTER
from pages.page import Page
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from pages.sight import Sight

ROWS = Element(Confidence.INFERRED, css="tr, [role=row]")
PERIOD = Element(Confidence.INFERRED, role="radiogroup", name="Date range")
REFRESH = Element(Confidence.INFERRED, role="button", name="Refresh")
CELLS = """(row) => [...row.querySelectorAll("th, td, [role$=cell], [role=columnheader]")]
  .map((cell) => cell.innerText.trim())"""
COLUMNS = ("User name", "Feature", "Method used", "Status", "Reason for failure")


@dataclass(frozen=True, slots=True)
class Event:
    """
    One row, in the words of the page.

    Attributes:
        account: Whose it is.
        feature: *Registration* or *Reset*.
        method: By what.
        status: *Success* or *Failure*.
        reason: Why it failed, or an empty string.
    """

    account: str
    feature: str
    method: str
    status: str
    reason: str


class Events(Page):
    """
    Tells who registered and who reset, and by what.

    The documents name its columns and its periods; how it is built is not known.
    """

    name = "Registration and reset events"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a heading says so; no other mark is known."""
        return sight.host == ADMIN_CENTER and sight.headed(cls.name)

    @property
    def events(self) -> tuple[Event, ...]:
        """The rows that it shows, the first one first."""
        head, *rows = self.window.each(ROWS, CELLS) or [[]]
        if missing := [name for name in COLUMNS if name not in head]:
            raise Inconclusive(f"The page {self.name} has no column {missing[0]}.")
        places = [head.index(name) for name in COLUMNS]
        return tuple(Event(*(row[place] for place in places)) for row in rows)

    def look_back(self, period: str) -> None:
        """Choose ``period``, such as *7 days*, and wait for what comes."""
        Form(self.window).choose(PERIOD, period)
        self.window.tap(REFRESH)
