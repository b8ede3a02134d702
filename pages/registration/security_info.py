"""*Security info*: what is registered, and adding to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.registration.wizard import WizardPage

if TYPE_CHECKING:
    from pages.sight import Sight

# The icon in it tells that the page has loaded, whatever the language.
ADD_MARK = "splitbuttonprimary"

ADD = Element(Confidence.CODE, css=f'[data-automationid="{ADD_MARK}"]')


class SecurityInfo(WizardPage):
    """The registered methods of the signed-in user."""

    name = "Security info"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a method can be added there."""
        return cls.here(sight) and ADD_MARK in sight.automation_ids

    def add_method(self) -> None:
        """Ask for the list of methods to add."""
        self.window.tap(ADD)


class NotEnabled(WizardPage):
    """Says that the user may register nothing (K11)."""

    name = "Not enabled"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it says so; no mark of the page is known."""
        return cls.here(sight) and sight.says("has not enabled you to use this feature")
