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
OPTIONS = "(list) => [...(list.options ?? [])].map((option) => option.text)"
# Under the dialog stands the list of what may be the default method.
CHOICE = Element(Confidence.SHOT, css="[role=dialog] select")
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
        texts = self._texts()
        return frozenset(
            method
            for method, wording in WORDINGS.items()
            if any(re.search(wording, text.casefold()) for text in texts)
        )

    @property
    def offers_alternate_phone(self) -> bool:
        """Whether a second phone can be chosen, which is no method of the reset (B17)."""
        return any("alternate phone" in text.casefold() for text in self._texts())

    def choose(self, method: Method) -> None:
        """Set up ``method``."""
        if self._has_tiles(self.window.sight):
            self.window.tap(self._tile(method))
        else:
            self.window.select(CHOICE, any_case(WORDINGS[method]))
            self.window.press(CONFIRM)

    @staticmethod
    def _has_tiles(sight: Sight) -> bool:
        tiles = any(test_id.startswith(TILE) for test_id in sight.test_ids)
        return tiles or sight.headed("add a sign-in method")

    def _texts(self) -> list[str]:
        if self._has_tiles(self.window.sight):
            return self.window.each(TILES, "(tile) => tile.innerText")
        return [text for texts in self.window.each(CHOICE, OPTIONS) for text in texts]

    def _tile(self, method: Method) -> Element:
        if known := TEST_IDS.get(method):
            return Element(Confidence.CODE, css=f'[data-testid="{TILE}{known}"]')
        wording = any_case(WORDINGS[method])
        return Element(Confidence.INFERRED, role="button", name=wording)
