"""The page for browsers that keep no cookies (C35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight


class NoCookies(Page):
    """Says that there is no reset without cookies."""

    name = "No cookies"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it speaks of cookies and asks nothing; nothing else is known of it."""
        return sight.host == RESET and not sight.view and sight.says("cookies")
