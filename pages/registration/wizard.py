"""What the steps of the registration wizard have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.hosts import SECURITY_INFO
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

NEXT = Element(
    Confidence.CODE,
    css='[data-testid="reskin-step-next-button"]',
    otherwise=Element(Confidence.SHOT, role="button", name=any_case(r"^(next|verify)$")),
)
ANOTHER_METHOD = Element(
    Confidence.CODE,
    role="button",
    name=any_case("set up a different way to sign"),
    otherwise=Element(
        Confidence.SHOT,
        text=any_case("I want to set up (a different|another) method"),
    ),
)
SKIP = Element(Confidence.SHOT, text=any_case(r"^\s*skip setup\s*$"))
ERROR = Element(
    Confidence.CODE,
    css='[data-testid="message-bar-error"]',
    otherwise=Element(Confidence.INFERRED, css="[role=alert]"),
)
CONTACT = Element(Confidence.DOC, role="link", name=any_case("contact your admin"))


class WizardPage(Page):
    """A page of the registration."""

    @classmethod
    def here(cls, sight: Sight) -> bool:
        """Whether the browser is at the registration at all."""
        return sight.host == SECURITY_INFO

    def proceed(self) -> None:
        """Go on to the next step."""
        self.window.press(NEXT)

    @property
    def offers_another_method(self) -> bool:
        """Whether another method can be set up instead."""
        return self.window.shows(ANOTHER_METHOD)

    def choose_another_method(self) -> None:
        """Ask for another method instead."""
        self.window.tap(ANOTHER_METHOD)

    @property
    def skippable(self) -> bool:
        """Whether the registration can be put off here."""
        return self.window.shows(SKIP)

    def skip_setup(self) -> None:
        """Put the registration off."""
        self.window.tap(SKIP)

    @property
    def contact_link(self) -> str:
        """Where *Contact your administrator* leads, or an empty string where it is not shown."""
        return self.window.link_of(CONTACT)

    @property
    def error(self) -> str:
        """Why the step is refused, or an empty string."""
        return self.window.text_of(ERROR)
