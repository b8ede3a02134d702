"""*Choose a new password*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

NEW = Element(Confidence.SHOT, label="Enter new password")
CONFIRM = Element(Confidence.SHOT, label="Confirm new password")
FINISH = Element(
    Confidence.SHOT,
    role="button",
    name="Finish",
    otherwise=Element(Confidence.INFERRED, role="link", name="Finish"),
)
CANCEL = Element(Confidence.INFERRED, role="link", name="Cancel")
STRENGTH = Element(Confidence.SHOT, text="Password strength")
ERROR = Element(Confidence.INFERRED, css="[role=alert]")
PASSWORD_BOXES = 2


class NewPassword(Page):
    """Asks for a new password, twice."""

    name = "Choose a new password"
    masks = (NEW, CONFIRM)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the two inputs are there; the name of the view is not known."""
        return sight.host == RESET and sight.password_boxes == PASSWORD_BOXES

    def cancel(self) -> None:
        """Leave the reset."""
        self.window.press(CANCEL)

    def choose(self, password: SecretStr, again: SecretStr | None = None) -> None:
        """Give the new password, and ``again`` where it is to differ."""
        self.window.fill_secret(NEW, password)
        self.window.fill_secret(CONFIRM, again or password)
        self.window.press(FINISH)

    @property
    def text(self) -> str:
        """What the page shows; what is typed into it is no part of that."""
        return self.window.look().text

    @property
    def shows_strength(self) -> bool:
        """Whether a strength indicator is there (C33)."""
        return self.window.shows(STRENGTH)

    @property
    def error(self) -> str:
        """Why the new password was refused, or an empty string."""
        return self.window.text_of(ERROR)
