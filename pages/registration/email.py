"""Setting up an alternate email address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.wizard import NEXT, WizardPage

if TYPE_CHECKING:
    from pages.sight import Sight

ADDRESS_INPUT = "email-input"

ADDRESS = Element(
    Confidence.CODE,
    css=f'[data-testid="{ADDRESS_INPUT}"]',
    otherwise=Element(
        Confidence.INFERRED,
        css="input[type=email]",
        otherwise=Element(Confidence.INFERRED, placeholder=any_case("email")),
    ),
)


class EmailAddress(WizardPage):
    """Asks for the address."""

    name = "Email"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the input for an address, or the older heading, is there."""
        older = sight.headed("email") and any("email" in p.casefold() for p in sight.placeholders)
        return cls.here(sight) and (ADDRESS_INPUT in sight.test_ids or older)

    def register(self, address: str) -> None:
        """Give the address; the code goes there."""
        self.window.fill(ADDRESS, address)
        self.window.press(NEXT)
