"""*Password reset* with its menu, where the blade that was asked for is not in it (H15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import ADMIN_CENTER
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight


class Menu(Page):
    """The menu alone."""

    name = "Password reset"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the heading names no blade and the menu offers the first one."""
        here = sight.host == ADMIN_CENTER and sight.headed("Password reset")
        return here and not sight.headed("Password reset |") and sight.offers("Properties")
