"""*Update your password*: first sign-in, or the password has expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

CURRENT = Element(Confidence.CODE, css="#currentPassword")
NEW = Element(Confidence.CODE, css="#newPassword")
CONFIRM = Element(Confidence.CODE, css="#confirmNewPassword")
SIGN_IN = Element(Confidence.SHOT, css="#idSIButton9")
ERROR = Element(Confidence.INFERRED, css="[role=alert]")


class UpdatePassword(Page):
    """Asks for the old password and a new one."""

    name = "Update your password"
    masks = (CURRENT, NEW, CONFIRM)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page calls itself so."""
        return sight.page_id == "ConvergedChangePassword"

    def change(self, old: SecretStr, new: SecretStr, again: SecretStr | None = None) -> None:
        """Replace ``old`` by ``new``; ``again`` is given where the second is to differ."""
        for box, secret in ((CURRENT, old), (NEW, new), (CONFIRM, again or new)):
            self.window.fill_secret(box, secret)
        self.window.press(SIGN_IN)

    @property
    def error(self) -> str:
        """Why the new password was refused, or an empty string."""
        return self.window.text_of(ERROR)
