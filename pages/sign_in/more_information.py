"""*More information required* / *Let's keep your account secure*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

# Two sources press the one button, two the other.
NEXT = Element(
    Confidence.CODE,
    css="#idSubmit_ProofUp_Redirect",
    otherwise=Element(Confidence.CODE, css="#idSIButton9"),
)
SKIP = Element(Confidence.CODE, css="#skipMfaRegistrationLink")


class MoreInformation(Page):
    """Asks the user to register security info."""

    name = "More information required"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page calls itself so."""
        return sight.page_id == "ConvergedProofUpRedirect"

    def comply(self) -> None:
        """Go to the registration."""
        self.window.press(NEXT)

    @property
    def skippable(self) -> bool:
        """Whether the user may put it off."""
        return self.window.shows(SKIP)

    def skip(self) -> None:
        """Put it off."""
        self.window.press(SKIP)
