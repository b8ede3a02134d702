"""Choosing which method to set up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import WizardPage
from sspr.policy.model import Method

if TYPE_CHECKING:
    from pages.sight import Sight

TILE = "authmethod-picker-"
# Only the app's and the email's tiles have been seen; the others go by what they say.
TEST_IDS = {
    Method.APP_CODE: "authenticatorApp",
    Method.APP_NOTIFICATION: "authenticatorApp",
    Method.EMAIL: "email",
}
WORDINGS = {
    Method.APP_CODE: r"authenticator",
    Method.APP_NOTIFICATION: r"authenticator",
    Method.EMAIL: r"^\s*email",
    Method.MOBILE_PHONE: r"^\s*phone",
    Method.OFFICE_PHONE: r"office phone",
    Method.SECURITY_QUESTIONS: r"security questions",
}

# A tile whose id nobody has seen is a button like the others.
TILES = Element(
    Confidence.CODE,
    css=f'[data-testid^="{TILE}"]',
    otherwise=Element(Confidence.INFERRED, css="[role=dialog] button"),
)
CHOICE = Element(Confidence.SHOT, role="combobox")
CONFIRM = Element(Confidence.MEMORY, role="button", name=any_case("^(confirm|add)$"))


class MethodPicker(WizardPage):
    """Offers the methods that can be set up."""

    name = "Choose a different method"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether tiles, or the older dialog, are there."""
        older = sight.says("Which method would you like to")
        return cls.here(sight) and (cls._has_tiles(sight) or older)

    @property
    def offered(self) -> frozenset[Method]:
        """The methods that can be chosen; the two ways of the app are offered as one."""
        texts: list[str] = self.window.page.locator(LISTED).evaluate_all(READ)
        return frozenset(
            method
            for method, wording in WORDINGS.items()
            if any(re.search(wording, text.casefold()) for text in texts)
        )

    def choose(self, method: Method) -> None:
        """Set up ``method``."""
        if self._has_tiles(self.window.look()):
            self.window.tap(self._tile(method))
        else:
            self._select(method)
            self.window.press(CONFIRM)

    @staticmethod
    def _has_tiles(sight: Sight) -> bool:
        tiles = any(test_id.startswith(TILE) for test_id in sight.test_ids)
        return tiles or sight.headed("add a sign-in method")

    def _options(self) -> Locator:
        if self._has_tiles(self.window.look()):
            return TILES.all(self.window.page).filter(visible=True)
        return self.window.page.locator("option")

    def _tile(self, method: Method) -> Element:
        if known := TEST_IDS.get(method):
            return Element(Confidence.CODE, css=f'[data-testid="{TILE}{known}"]')
        wording = any_case(WORDINGS[method])
        return Element(Confidence.INFERRED, role="button", name=wording)

    def _select(self, method: Method) -> None:
        wording = any_case(WORDINGS[method])
        choice = CHOICE.on(self.window.page)
        option = choice.locator("option", has_text=wording).first
        choice.select_option(value=option.get_attribute("value"))
