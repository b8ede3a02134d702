"""Setting up a phone number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import NEXT, WizardPage

if TYPE_CHECKING:
    from pages.sight import Sight

COUNTRY = Element(Confidence.SHOT, role="combobox")
NUMBER = Element(Confidence.SHOT, placeholder=any_case("enter phone number"))
CALLING = "calling"
TEXT_ME = Element(Confidence.SHOT, role="radio", name=any_case("^text"))
CALL_ME = Element(Confidence.SHOT, role="radio", name=any_case("^call"))


class PhoneNumber(WizardPage):
    """Asks for the number and whether to text or to call."""

    name = "Phone"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for a number is there; its placeholder is all that is known."""
        numbers = any("phone number" in text.casefold() for text in sight.placeholders)
        return cls.here(sight) and numbers

    @property
    def for_office(self) -> bool:
        """Whether the number of the office is asked for."""
        return self.window.sight.headed("office phone")

    def register(self, number: str, *, call: bool = False) -> None:
        """Give ``number``, as ``+1 5550100``, and have it texted or called."""
        prefix, _, local = number.partition(" ")
        self._choose_country(prefix)
        self.window.fill(NUMBER, local)
        choice = CALL_ME if call else TEXT_ME
        if self.window.shows(choice):
            self.window.check(choice)
        self.window.press(NEXT)

    def _choose_country(self, prefix: str) -> None:
        self.window.select(COUNTRY, re.compile(rf"\({re.escape(prefix)}\)"))


class Calling(WizardPage):
    """Waits until the call is confirmed (C16)."""

    name = "Calling"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it says that it calls and asks nothing; no mark of the page is known."""
        return cls.here(sight) and sight.says(CALLING) and not sight.placeholders
