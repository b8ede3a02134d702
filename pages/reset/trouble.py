"""*Why are you having trouble signing in?*: reset, or unlock alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

# No id of this view is known; its wording is.
FORGOT_TEXT = "I forgot my password"
LOCKED_TEXT = "I know my password, but still can't sign in"

FORGOT = Element(Confidence.DOC, role="radio", name=FORGOT_TEXT)
LOCKED = Element(Confidence.DOC, role="radio", name=any_case("I know my password"))
NEXT = Element(
    Confidence.DOC,
    role="button",
    name="Next",
    otherwise=Element(Confidence.INFERRED, role="link", name="Next"),
)


class Trouble(Page):
    """Asks whether the password is forgotten or the account locked."""

    name = "Why are you having trouble signing in?"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether both choices are to be read."""
        both = sight.says(FORGOT_TEXT) and sight.says("I know my password")
        return sight.host == RESET and both

    def forgot_password(self) -> None:
        """Choose to reset the password."""
        self._choose(FORGOT)

    def cannot_sign_in(self) -> None:
        """Choose to unlock the account and keep the password."""
        self._choose(LOCKED)

    def _choose(self, choice: Element) -> None:
        self.window.check(choice)
        self.window.press(NEXT)
