"""
The fields that the admin center's pages are made of.

Microsoft builds its options both as inputs and as list entries with a role, so all are reached by
role and name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from pages.element import Element
    from pages.window import Window

# The words of an option, be it an input with a label or an element with a role.
WORDS = "e => (e.labels?.[0] ?? e).textContent.replace(/\\s+/g, ' ').trim()"
CHOSEN = """e => e.selectedOptions
  ? [...e.selectedOptions].filter((o) => o.value).map((o) => o.textContent.trim())
  : [e.textContent.trim()].filter(Boolean)"""


@dataclass(frozen=True, slots=True)
class Form:
    """
    The fields of one page, read and filled in as a person does.

    Every method raises :class:`sspr.errors.Inconclusive` where the page has no such field: what
    cannot be read is neither *No* nor nothing.
    """

    window: Window

    def option(self, group: Element) -> str:
        """The option that is chosen in ``group``."""
        chosen = self._found(group).get_by_role("radio", checked=True)
        if not chosen.count():
            raise Inconclusive(f"On the page {self.window.look()} nothing is chosen for {group}.")
        return str(chosen.first.evaluate(WORDS))

    def number(self, group: Element) -> int:
        """The number that is chosen in ``group``."""
        return _number(self.option(group), group)

    def says_yes(self, group: Element) -> bool:
        """Whether *Yes* is chosen in ``group``."""
        return self.option(group) == "Yes"

    def choose(self, group: Element, option: str) -> None:
        """Choose ``option`` in ``group``."""
        self._found(group).get_by_role("radio", name=option, exact=True).check()

    def answer(self, group: Element, *, yes: bool) -> None:
        """Choose *Yes* or *No* in ``group``."""
        self.choose(group, "Yes" if yes else "No")

    def ticked(self, box: Element) -> bool:
        """Whether a box is ticked."""
        return self._found(box).is_checked()

    def tick(self, box: Element, *, on: bool) -> None:
        """Tick a box or clear it."""
        self._found(box).set_checked(on)

    def text(self, field: Element) -> str:
        """What stands in a text field."""
        return self._found(field).input_value().strip()

    def write(self, field: Element, text: str) -> None:
        """Put ``text`` into a text field, in place of what stands there."""
        self._found(field).fill(text)

    def whole_number(self, field: Element) -> int:
        """The number that stands in a text field."""
        return _number(self.text(field), field)

    def chosen(self, field: Element) -> tuple[str, ...]:
        """What is chosen in a list."""
        return tuple(self._found(field).evaluate(CHOSEN))

    def _found(self, field: Element) -> Locator:
        if not self.window.shows(field):
            raise Inconclusive(f"The page {self.window.look()} does not show {field}.")
        return field.on(self.window.page)


def _number(text: str, field: Element) -> int:
    if not text.isdecimal():
        raise Inconclusive(f"No number stands at {field}, but {text!r}.")
    return int(text)
