"""The step that asks for a code: from the app, the mail or the text message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import NEXT, WizardPage

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

MAIL_CODE = "email-verify-challenge-otp-input"

CODE = Element(
    Confidence.CODE,
    css=f'[data-testid="{MAIL_CODE}"]',
    otherwise=Element(Confidence.CODE, placeholder=any_case("^enter (the )?code$")),
)


class CodeEntry(WizardPage):
    """Asks for the code that has just been sent, or that the app shows."""

    name = "Enter the code"
    masks = (CODE,)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for a code is there."""
        placeholders = {text.casefold() for text in sight.placeholders}
        marked = MAIL_CODE in sight.test_ids or placeholders & {"enter code", "enter the code"}
        return cls.here(sight) and bool(marked)

    def enter(self, code: SecretStr) -> None:
        """Give the code."""
        self.window.fill_secret(CODE, code)
        self.window.press(NEXT)
