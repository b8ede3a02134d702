"""*My Account*: where a sign-in arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.hosts import ACCOUNT
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight


class MyAccount(Page):
    """The signed-in user's own page; nothing on it is relied on but its address."""

    name = "My Account"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the browser has arrived there."""
        return sight.host == ACCOUNT
