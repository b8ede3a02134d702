"""The pages that close a step or the whole registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.rows import row_of
from pages.registration.wizard import WizardPage

if TYPE_CHECKING:
    from pages.sight import Sight
    from sspr.policy.model import Method

DONE = Element(Confidence.SHOT, role="button", name=any_case("^done$"))
LOOKS_GOOD = Element(Confidence.DOC, role="button", name=any_case("^looks good$"))


class Review(WizardPage):
    """Lists what is registered and asks whether it is still right (B29)."""

    name = "Review your security info"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether *Looks good* is offered; no mark of the page is known."""
        return cls.here(sight) and sight.offers("looks good")

    def lists(self, method: Method) -> bool:
        """Whether ``method`` is among what is to be confirmed."""
        return row_of(self.window, method).count() > 0

    def confirm(self) -> None:
        """Say that all is still right."""
        self.window.press(LOOKS_GOOD)


class Success(WizardPage):
    """Says that a method, or everything asked for, is set up."""

    name = "Success"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether *Done* is offered; no mark of the page is known."""
        return cls.here(sight) and sight.offers("done")

    @property
    def heading(self) -> str:
        """What the page is headed."""
        return " ".join(self.window.sight.headings)

    def finish(self) -> None:
        """Close it."""
        self.window.press(DONE)
