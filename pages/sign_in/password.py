"""*Enter password*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

PASSWORD = Element(Confidence.HTML, css="#i0118")
SIGN_IN = Element(Confidence.HTML, css="#idSIButton9")
ERROR = Element(Confidence.HTML, css="#passwordError")
FORGOT = Element(Confidence.HTML, css="#idA_PWD_ForgotPassword")


class PasswordPage(Page):
    """Asks for the password."""

    name = "Enter password"
    masks = (PASSWORD,)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for the password is there."""
        return sight.page_id == "ConvergedSignIn" and "i0118" in sight.ids

    def sign_in_with(self, password: SecretStr) -> None:
        """Give the password."""
        self.window.fill_secret(PASSWORD, password)
        self.window.press(SIGN_IN)

    def forgot(self) -> None:
        """Follow *Forgot my password*."""
        self.window.press(FORGOT)

    @property
    def forgot_link(self) -> str:
        """Where *Forgot my password* leads, or an empty string where it is not shown."""
        return self.window.link_of(FORGOT)

    @property
    def error(self) -> str:
        """Why the password was refused, or an empty string."""
        return self.window.text_of(ERROR)
