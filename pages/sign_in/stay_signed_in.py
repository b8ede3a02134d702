"""*Stay signed in?*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

NO = Element(Confidence.CODE, css="#idBtn_Back")
YES = Element(Confidence.CODE, css="#idSIButton9")


class StaySignedIn(Page):
    """Asks whether this browser may keep the session."""

    name = "Stay signed in?"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page calls itself so."""
        return sight.page_id in {"KmsiInterrupt", "CmsiInterrupt"}

    def decline(self) -> None:
        """Keep nothing."""
        self.window.press(NO)

    def accept(self) -> None:
        """Keep the session."""
        self.window.press(YES)
