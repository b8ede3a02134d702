"""What the blades of *Password reset* have in common (pages.md 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pages.admin_center.controls import Form
from pages.element import Confidence, Element
from pages.hosts import ADMIN_CENTER, PASSWORD_RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

SAVE = Element(Confidence.SHOT, role="button", name="Save")
USAGE = Element(Confidence.SHOT, role="link", name="Usage & insights")
REFUSAL = Element(Confidence.INFERRED, role="alert")


class Blade(Page):
    """
    One blade; the heading names it, as on the screenshots.

    Attributes:
        address: What stands last in its address.
    """

    address: ClassVar[str]

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the heading names this blade; no other mark is known."""
        return sight.host == ADMIN_CENTER and sight.headed(f"Password reset | {cls.name}")

    @classmethod
    def url(cls) -> str:
        """Where it is."""
        return PASSWORD_RESET + cls.address

    def settings(self) -> dict[str, Any]:
        """What the blade shows, by the keys of a policy file; JSON."""
        raise NotImplementedError

    @property
    def form(self) -> Form:
        """Its fields."""
        return Form(self.window)

    @property
    def editable(self) -> bool:
        """Whether the visitor can save it."""
        return SAVE.on(self.window.page).is_enabled()

    @property
    def refusal(self) -> str:
        """Why it was not saved, or an empty string."""
        return self.window.text_of(REFUSAL)

    def save(self) -> None:
        """Press *Save* and wait for what comes."""
        self.window.tap(SAVE)

    def open_usage(self) -> None:
        """Follow *Usage & insights* in the menu beside it."""
        self.window.press(USAGE)
