"""The form that asks administrators for help, where no helpdesk is linked (G4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

# That there is such a form is documented; what it looks like nobody has written down.
HEADINGS = ("contact your admin", "contact an admin")
SEND_NAMES = ("Send", "Email", "Submit", "Yes")
SEND = Element(Confidence.INFERRED, role="button", name=any_case("^(send|email|submit|yes)$"))


class ContactForm(Page):
    """Offers to write to the administrators."""

    name = "Contact your administrator"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it is headed so and can still be sent."""
        return _headed(sight) and sight.offers(*SEND_NAMES)

    def send(self) -> None:
        """Have the administrators written to."""
        self.window.press(SEND)


class ContactSent(Page):
    """Says that the administrators have been written to."""

    name = "Your administrator has been contacted"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the form is gone."""
        return _headed(sight) and not sight.offers(*SEND_NAMES)


def _headed(sight: Sight) -> bool:
    return sight.host == RESET and sight.headed(*HEADINGS)
