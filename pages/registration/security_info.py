"""*Security info*: what is registered, adding to it, changing it and deleting from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.rows import ROWS, row_of
from pages.registration.wizard import WizardPage

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from pages.sight import Sight
    from sspr.policy.model import Method

# The icon in it tells that the page has loaded, whatever the language.
ADD_MARK = "splitbuttonprimary"

ADD = Element(Confidence.CODE, css=f'[data-automationid="{ADD_MARK}"]')
NOTHING_LEFT = Element(
    Confidence.INFERRED,
    css=f'[data-automationid="{ADD_MARK}"] button:disabled, '
    f'button:disabled [data-automationid="{ADD_MARK}"]',
)
DELETE = Element(Confidence.CLONE, role="button", name=any_case("^delete"))
CHANGE = Element(Confidence.CLONE, role="button", name=any_case("^change"))
SURE = Element(Confidence.MEMORY, role="button", name=any_case("^ok$"))
DEFAULT = Element(Confidence.MEMORY, label=any_case("default sign-in method"))
CHANGE_DEFAULT = Element(Confidence.MEMORY, role="button", name=any_case("^change$"))


class SecurityInfo(WizardPage):
    """The registered methods of the signed-in user."""

    name = "Security info"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a method can be added there."""
        return cls.here(sight) and ADD_MARK in sight.automation_ids

    @property
    def offers_more(self) -> bool:
        """Whether there is anything that can be added."""
        return not self.window.shows(NOTHING_LEFT)

    def add_method(self) -> None:
        """Ask for the list of methods to add."""
        self.window.tap(ADD)

    def lists(self, method: Method) -> bool:
        """Whether ``method`` is among what is registered."""
        return self._row(method).count() > 0

    def shows(self, text: str) -> bool:
        """Whether a row shows ``text``."""
        return ROWS.all(self.window.page).filter(has_text=text).count() > 0

    def offers_to_change(self, method: Method) -> bool:
        """Whether ``method`` can be given another value."""
        return CHANGE.on(self._row(method)).count() > 0

    def change(self, method: Method) -> None:
        """Ask to give ``method`` another address or number."""
        with self.window.turning():
            CHANGE.on(self._row(method)).click()

    def delete(self, method: Method) -> None:
        """Delete ``method``, and say so again where the page asks."""
        row = self._row(method)
        with self.window.turning():
            DELETE.on(row).click()
        if self.window.shows(SURE):
            self.window.tap(SURE)

    def choose_default(self, wording: str) -> None:
        """Let the second factor whose name holds ``wording`` be asked first."""
        self.window.select(DEFAULT, any_case(wording))
        self.window.press(CHANGE_DEFAULT)

    def _row(self, method: Method) -> Locator:
        return row_of(self.window, method)


class NotEnabled(WizardPage):
    """Says that the user may register nothing (K11)."""

    name = "Not enabled"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it says so; no mark of the page is known."""
        return cls.here(sight) and sight.says("has not enabled you to use this feature")
