"""The page after which a reset has to be begun anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

# What Microsoft writes here is not known; that it speaks of the end of a session is inferred.
WORDINGS = ("expired", "timed out", "took too long")


class Expired(Page):
    """Says that the reset took too long."""

    name = "The session has expired"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a heading says so and nothing is asked any more."""
        return sight.host == RESET and not sight.password_boxes and sight.headed(*WORDINGS)
