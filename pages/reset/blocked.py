"""The page that turns a user away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.hosts import RESET
from pages.page import Page

if TYPE_CHECKING:
    from pages.sight import Sight

CODE = re.compile(r"SSPR_00\d\d")
CONTACT_WORDS = ("contact your admin", "contact an admin")
SUPPORT_TEXT = "Support code"
VIEWS = frozenset(
    {
        "ViewSsprNotEnabledInUserPolicy",
        "ViewUserNotMemberOfScopedAccessGroup",
        "ViewFeatureNotAvailable",
        "ViewSsprNotEnabled",
        "ViewUserNotEnabled",
        "ViewUserNotSupported",
        "ViewError",
        "ViewThrottled",
    }
)

CONTACT = Element(
    Confidence.DOC,
    role="link",
    name=any_case(r"contact (your|an) administrator"),
    otherwise=Element(
        Confidence.INFERRED,
        role="button",
        name=any_case(r"contact (your|an) administrator"),
    ),
)


class Blocked(Page):
    """Says that, and by its code why, no reset is possible."""

    name = "We can't reset your password"

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether a blocking view or a code is there; the sentences are reworded too often."""
        return sight.host == RESET and (sight.view in VIEWS or bool(CODE.search(sight.text)))

    @property
    def code(self) -> str:
        """The code, such as ``SSPR_0013``, or an empty string."""
        found = CODE.search(self.window.sight.text)
        return found.group() if found else ""

    @property
    def support_code(self) -> bool:
        """Whether the page carries what support asks for (C37)."""
        return self.window.sight.says(SUPPORT_TEXT)

    @property
    def offers_contact(self) -> bool:
        """Whether the user is told to turn to the administrator, by a link or in words."""
        return self.window.sight.says(*CONTACT_WORDS) or self.window.shows(CONTACT)

    @property
    def contact_link(self) -> str:
        """Where *Contact your administrator* leads, or an empty string where it is no link."""
        return self.window.link_of(CONTACT)

    def contact_administrator(self) -> None:
        """Follow *Contact your administrator*."""
        self.window.press(CONTACT)
