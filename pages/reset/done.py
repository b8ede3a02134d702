"""*Your password has been reset*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

SUCCESS_TEXT = "Your password has been reset"
UNLOCKED_TEXT = "unlocked"
COMMITTING_TEXT = "wait a few minutes before the changes are committed"

SUCCESS = Element(Confidence.DOC, text=SUCCESS_TEXT)
CLICK_HERE = Element(Confidence.DOC, role="link", name=any_case("click here"))


class ResetDone(Page):
    """Says that the password has been reset."""

    name = "Your password has been reset"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it says so; no mark of this view is known."""
        return sight.host == RESET and sight.says(SUCCESS_TEXT, COMMITTING_TEXT)

    @property
    def message(self) -> str:
        """What the page says."""
        return self.window.text_of(SUCCESS)

    @property
    def sign_in_link(self) -> str:
        """Where the link to the sign-in leads, or an empty string where there is none."""
        return self.window.link_of(CLICK_HERE)


class UnlockDone(Page):
    """Says that the account is unlocked; its wording is not documented."""

    name = "Your account has been unlocked"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a heading says so."""
        return sight.host == RESET and sight.headed(UNLOCKED_TEXT)
