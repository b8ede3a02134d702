"""The page on which a sign-in ends with an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

MESSAGE = Element(Confidence.CODE, css="#exceptionMessageContainer")


class SignInFailure(Page):
    """Says why no sign-in is possible."""

    name = "Sign-in error"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the page calls itself so."""
        return sight.page_id == "ConvergedError"

    @property
    def error(self) -> str:
        """The message."""
        return self.window.text_of(MESSAGE)
