"""*Sign in*: the account name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

# The password view holds an off-screen copy named loginfmt, so the id it is.
USERNAME = Element(Confidence.CODE, css="#i0116")
NEXT = Element(Confidence.HTML, css="#idSIButton9")
ERROR = Element(Confidence.CODE, css="#usernameError")
CANNOT_ACCESS = Element(Confidence.CODE, css="#cantAccessAccount")


class UsernamePage(Page):
    """Asks who signs in."""

    name = "Sign in"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for the account name is there."""
        return sight.page_id == "ConvergedSignIn" and "i0116" in sight.ids

    def continue_as(self, account: str) -> None:
        """Give the account name."""
        self.window.fill(USERNAME, account)
        self.window.press(NEXT)

    def cannot_access(self) -> None:
        """Follow *Can't access your account?*."""
        self.window.press(CANNOT_ACCESS)

    @property
    def error(self) -> str:
        """Why the account name was refused, or an empty string."""
        return self.window.text_of(ERROR)
