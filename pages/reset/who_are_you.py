"""*Who are you?*: the account name and, until August 2026, the captcha."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

MAIN = "#ContentPlaceholderMainContent"

ACCOUNT = Element(
    Confidence.WIRE,
    css=f"{MAIN}_TextBoxUserIdentifier",
    otherwise=Element(Confidence.SHOT, label="Email or Username"),
)
NEXT = Element(Confidence.CODE, css=f"{MAIN}_ButtonNext")
CANCEL = Element(Confidence.CODE, css=f"{MAIN}_ButtonCancel")
UNKNOWN_USER = Element(Confidence.WIRE, css=f"{MAIN}_UserIdErrorLabel")
CAPTCHA = Element(Confidence.CODE, css="#RepMapVisualChallenge")
CAPTCHA_ANSWER = Element(Confidence.CODE, css="#RepMapChallengeSolution")


class WhoAreYou(Page):
    """Asks whose password is to be reset."""

    name = "Who are you?"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the view calls itself so."""
        return sight.view == "ViewUserIdentifierVerification"

    @property
    def captcha(self) -> str:
        """The address of the captcha's picture, or an empty string where there is none."""
        return self.window.attribute_of(CAPTCHA, "src")

    def name_account(self, account: str) -> None:
        """Type the account name."""
        self.window.fill(ACCOUNT, account)

    def solve(self, answer: str) -> None:
        """Type what the picture shows."""
        self.window.fill(CAPTCHA_ANSWER, answer)

    def proceed(self) -> None:
        """Go on."""
        self.window.press(NEXT)

    @property
    def error(self) -> str:
        """Why the page stays, or an empty string."""
        return self.window.text_of(UNKNOWN_USER)
