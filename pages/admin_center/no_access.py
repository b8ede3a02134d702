"""The admin center without *Password reset*: what an account sees that may not (A8, A9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import ADMIN_CENTER
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight


class NoAccess(Page):
    """
    Says that there is nothing here for the account.

    Neither mark nor wording of Microsoft's page is known: these are the words of the emulator's
    page, and the words that Microsoft's portals commonly use.
    """

    name = "No access to Password reset"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether it says so."""
        return sight.host == ADMIN_CENTER and sight.says(
            "nothing here for this account", "you don't have access", "no access"
        )
