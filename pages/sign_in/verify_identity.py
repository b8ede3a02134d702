"""*Verify your identity*: the second factor at sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

PAGE_ID = "ConvergedTFA"

USE_CODE = Element(Confidence.CODE, css='[data-value="PhoneAppOTP"]')
TEXT_ME = Element(Confidence.CODE, css='[data-value="OneWaySMS"]')
CODE = Element(Confidence.HTML, css="#idTxtBx_SAOTCC_OTC")
VERIFY = Element(Confidence.HTML, css="#idSubmit_SAOTCC_Continue")
CODE_ERROR = Element(Confidence.CODE, css="#idSpan_SAOTCC_Error_OTC")
ANOTHER_WAY = Element(Confidence.HTML, css="#signInAnotherWay")
NUMBER = Element(Confidence.CODE, css="#idRichContext_DisplaySign")


class ProofList(Page):
    """Offers the second factors that the user has."""

    name = "Verify your identity"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the list of factors is there."""
        return sight.page_id == PAGE_ID and "idDiv_SAOTCS_Proofs" in sight.ids

    def use_code(self) -> None:
        """Choose the code of the authenticator app or, where there is no app, a texted one."""
        self.window.tap(USE_CODE if self.window.shows(USE_CODE) else TEXT_ME)


class CodePrompt(Page):
    """Asks for a code."""

    name = "Enter code"
    masks = (CODE,)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for the code is there."""
        return sight.page_id == PAGE_ID and "idTxtBx_SAOTCC_OTC" in sight.ids

    def verify(self, code: SecretStr) -> None:
        """Give the code."""
        self.window.fill_secret(CODE, code)
        self.window.press(VERIFY)

    @property
    def error(self) -> str:
        """Why the code was refused, or an empty string."""
        return self.window.text_of(CODE_ERROR)


class ApprovalPrompt(Page):
    """Waits for an approval on the phone."""

    name = "Approve sign in request"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the heading of the approval is there."""
        return sight.page_id == PAGE_ID and "idDiv_SAOTCAS_Title" in sight.ids

    @property
    def number(self) -> str:
        """The number to type on the phone, or an empty string."""
        return self.window.text_of(NUMBER)

    def choose_another_way(self) -> None:
        """Go back to the list of factors."""
        self.window.press(ANOTHER_WAY)
