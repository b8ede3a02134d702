"""*Pick an account*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

OTHER = Element(Confidence.CODE, css="#otherTile")


class AccountPicker(Page):
    """Offers the accounts that this browser remembers."""

    name = "Pick an account"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the tile for another account is there."""
        return sight.page_id == "ConvergedSignIn" and "otherTile" in sight.ids

    def pick(self, account: str) -> None:
        """Choose ``account`` if it is remembered, else another one."""
        tile = Element(Confidence.CODE, css=f'[data-test-id="{account}" i]')
        self.window.tap(tile if self.window.shows(tile) else OTHER)
