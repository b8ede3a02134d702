"""The rows in which the security info and its review list what is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.registration.picker import WORDINGS

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from pages.window import Window
    from sspr.policy.model import Method

ROWS = Element(Confidence.CLONE, css="tr, [role=row], [role=listitem]")


def row_of(window: Window, method: Method) -> Locator:
    """The first row that is visible and names ``method``; it may match nothing."""
    rows = ROWS.all(window.page).filter(visible=True)
    return rows.filter(has_text=any_case(WORDINGS[method])).first
